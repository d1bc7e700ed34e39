import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOfAmendments, changesOfRevision } from '@/lib/amendments/tracked-changes'
import { trackedParagraphs } from '@/lib/export/changes'
import { settled } from '@/lib/export/tracked'
import { plainText } from '@/lib/text/document/document'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { decideFor } from '@/lib/text/weave/decisions'
import { join, joinedProvenance } from '@/lib/text/weave/join'
import { ownWords } from '@/lib/text/weave/provenance'
import { weave } from '@/lib/text/weave/weave'
import { RUNS } from '@/tests/support/runs'
import { amendedTexts } from '@/tests/support/texts'

const writer = { author: 'Arvenia', date: '2020-07-28T10:00:00.000Z' }
const printed = (marked: string) => plainText(fromMarked(marked)).split('\n')
const document = (text: string) => toMarked(fromMarked(text))

describe('tracked changes', () => {
  test('are the later revision when accepted and the earlier one when rejected', () => {
    fc.assert(
      fc.property(amendedTexts(1), ({ locale, base: original, texts }) => {
        const [base, text] = [document(original), document(texts[0] ?? original)]
        const provenance = ownWords(text, 2)
        const paragraphs = trackedParagraphs(
          changesOfRevision(base, { text, provenance }, { writer, amendments: [], locale }),
        )
        expect(settled(paragraphs, 'accepted')).toEqual(printed(text))
        expect(settled(paragraphs, 'rejected')).toEqual(printed(base))
      }),
      { numRuns: RUNS },
    )
  })

  test('of active amendments are the text as it stands when rejected, and lose no wording', () => {
    fc.assert(
      fc.property(amendedTexts(4), ({ locale, base: original, texts }) => {
        const base = document(original)
        const amended = texts.map((text, index) => ({ id: `${index}`, text: document(text) }))
        const hands = new Map(amended.map(({ id }) => [id, { ...writer, author: `State ${id}` }]))
        const segments = weave(base, amended, locale)
        const paragraphs = trackedParagraphs(changesOfAmendments(segments, hands, locale))
        expect(settled(paragraphs, 'rejected')).toEqual(printed(base))
        const changes = paragraphs.flatMap(({ runs }) => runs).filter(({ tracked }) => tracked)
        for (const { tracked } of changes) expect(tracked!.author).toMatch(/^State/)
        if (amended.length === 1)
          expect(settled(paragraphs, 'accepted')).toEqual(printed(amended[0]!.text))
      }),
      { numRuns: RUNS },
    )
  })

  test('name the State that put words in or took them out, and the author for the rest', () => {
    const base = 'Member States should swiftly share the evidence.'
    const amended = [
      { id: 'b', text: 'Member States should share the evidence.' },
      { id: 'c', text: 'Member States should swiftly share the electronic evidence.' },
    ]
    const segments = weave(base, amended, 'en')
    const decisions = decideFor(segments, [], ['b', 'c'], 'take')
    const names: Record<string, string> = { b: 'Belmara', c: 'Corvina' }
    const joined = join(segments, decisions)
    const text = joined.replace('Member States', 'States')
    const date = '2020-07-27T09:00:00.000Z'
    const amendments = amended.map((amendment) => ({
      ...amendment,
      author: names[amendment.id]!,
      date,
    }))
    const provenance = joinedProvenance(segments, decisions, {
      base: ownWords(base, 1),
      revision: 2,
      locale: 'en',
      namesOf: (id) => names[id]!,
    })
    const pieces = changesOfRevision(
      base,
      { text: joined, provenance },
      { writer, amendments, locale: 'en' },
    )
    expect(
      pieces.flatMap(({ text: words, tracked }) =>
        tracked ? [[words.trim(), tracked.author, tracked.date]] : [],
      ),
    ).toEqual([
      ['swiftly', 'Belmara', date],
      ['electronic', 'Corvina', date],
    ])
    const later = changesOfRevision(
      joined,
      { text, provenance: ownWords(text, 3) },
      { writer, amendments, locale: 'en' },
    )
    expect(later.flatMap(({ tracked }) => tracked?.author ?? [])).toEqual(['Arvenia'])
  })
})
