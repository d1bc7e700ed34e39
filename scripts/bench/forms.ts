import { randomUUID } from 'node:crypto'
import type { FormLine, FormPaper } from '@/lib/circulation/forms/form'
import { markOf } from '@/lib/circulation/forms/identifiers'
import { ownLines } from '@/lib/circulation/forms/print'
import { judgeForm } from '@/lib/circulation/forms/reading/judge'
import { readReturnedForm } from '@/lib/circulation/forms/reading/returned'
import { formToSheet } from '@/lib/circulation/forms/sheet'
import { formToWord } from '@/lib/circulation/forms/word'
import { sha256 } from '@/lib/record/record'
import { type BenchRow, below } from './report'

const ROWS = 300
const LIMIT = 2_000
const ms = (value: number) => `${Math.round(value).toLocaleString('en')} ms`
const words = 'Member States should exchange electronic evidence without delay and with due regard '

const line = (index: number): FormLine => {
  const text = `${index + 1}. ${words.repeat(3)}`.trim()
  return {
    target: 'item',
    id: randomUUID(),
    label: `2018, A. Legislation and frameworks, para. ${index + 1}`,
    text,
    language: 'en',
    hash: sha256(text),
    answer: {
      category: 'substantive',
      position: 'supportsWithChange',
      text: `We can support this. ${words.repeat(4)}`.trim(),
      wording: text.replace('without delay', 'promptly'),
    },
    said: markOf(null),
  }
}

/** Measures the time to parse a returned form with an answer on each of its 300 rows. */
export async function run(): Promise<BenchRow[]> {
  const paper: FormPaper = {
    circulationId: randomUUID(),
    delegationId: randomUUID(),
    title: 'Accumulated lists',
    delegation: 'Arvenia',
    until: '30 November 2026, 18:00',
    untilUtc: '30 November 2026, 17:00',
    created: '2026-11-01T12:00:00.000Z',
    lines: Array.from({ length: ROWS }, (_, index) => line(index)),
  }
  const blank = { ...paper, lines: paper.lines.map((line) => ({ ...line, answer: null })) }
  const rows: BenchRow[] = []
  for (const [format, write] of [
    ['DOCX', formToWord],
    ['XLSX', formToSheet],
  ] as const) {
    const bytes = await write(paper)
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const begun = performance.now()
      const judged = judgeForm(await readReturnedForm(bytes, ownLines(blank)), blank)
      times.push(performance.now() - begun)
      if (judged.rows.filter(({ state }) => state === 'new').length !== ROWS)
        throw new Error('The form was not understood.')
    }
    rows.push(below(`${format} of ${ROWS} rows, the first`, times[0]!, LIMIT, ms))
    rows.push(below(`${format} of ${ROWS} rows, later`, Math.min(...times.slice(1)), LIMIT, ms))
  }
  return rows
}
