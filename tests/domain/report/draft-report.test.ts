import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { numbered, composeReport } from '@/lib/report/outline'
import { printedText } from '@/lib/report/paragraphs/paragraph'
import { sixthSessionFacts } from '@/tests/support/report/facts'

const NAME = 'shared/data/draft-report-sixth-session.txt'
const DRAFT = [`../${NAME}`, `../../${NAME}`].find(existsSync)

const paragraphs = numbered(composeReport(sixthSessionFacts)).flatMap(
  ({ paragraphs: sectionParagraphs }) => sectionParagraphs,
)
const composed = new Map(
  paragraphs.map((paragraph) => [paragraph.number, plain(printedText(paragraph))]),
)

/** White space and the draft's marks of links, italics and lists apart, nothing is made equal. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\(#\)/g, '$1')
    .replaceAll('*', '')
    .replace(/^ *- /gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The paragraphs of the draft by their numbers; headings and page ends go. */
function paragraphsOfDraft(): Map<number, string> {
  const found = new Map<number, string>()
  let current = 0
  for (const line of readFileSync(DRAFT!, 'utf8').split('\n')) {
    const number = /^(\d+)\. /.exec(line)
    if (number && Number(number[1]) === current + 1) {
      current += 1
      found.set(current, line.slice(number[0].length))
    } else if (current > 0 && !/^(?:[IVX]+|[A-E])\. /.test(line))
      found.set(current, `${found.get(current)}\n${line}`)
  }
  return new Map([...found].map(([number, text]) => [number, plain(text)]))
}

/** Errors of the draft: the words of the draft, and the words that the report prints instead. */
const SLIPS: Record<number, [slip: string, printed: string][]> = {
  10: [
    ['sixth session of the expert group for approval via', 'sixth session of the Expert Group via'],
  ],
  11: [["Chair's", 'Chair’s']],
  13: [['"Summary by the Chair"', '“Summary by the Chair”']],
  14: [['"International cooperation"', '“International cooperation”']],
  15: [['McGlynn, (', 'McGlynn (']],
  19: [['Vice-chair', 'Vice-Chair']],
  24: [['2018-2021', '2018–2021']],
}

test('the sixth session gives 25 paragraphs', () => {
  expect([...composed.keys()]).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
})

describe.skipIf(!DRAFT)('the draft report of 27 July 2020 (skipped without ../shared/data)', () => {
  const draft = DRAFT ? paragraphsOfDraft() : new Map<number, string>()

  test.each(Array.from({ length: 25 }, (_, index) => index + 1))(
    'paragraph %i says what the draft says, but for the slips that are listed',
    (number) => {
      const text = (SLIPS[number] ?? []).reduce((all, [slip, printed]) => {
        expect(all).toContain(slip)
        return all.replaceAll(slip, printed)
      }, draft.get(number) ?? '')
      expect(composed.get(number)).toBe(text)
    },
  )
})
