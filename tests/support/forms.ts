import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Answer, FormLine, FormPaper } from '@/lib/circulation/forms/form'
import { markOf } from '@/lib/circulation/forms/identifiers'
import { judgeForm } from '@/lib/circulation/forms/reading/judge'
import { ownLines } from '@/lib/circulation/forms/print'
import { readReturnedForm } from '@/lib/circulation/forms/reading/returned'
import { sha256 } from '@/lib/record/record'

const heading = 'A. Legislation and frameworks'
const texts = [
  ['en', 'Member States should exchange electronic evidence without delay.'],
  ['fr', 'Les États Membres devraient échanger les preuves électroniques sans délai.'],
  ['es', 'Los Estados Miembros deberían intercambiar pruebas electrónicas sin demora.'],
  ['ru', 'Государствам-членам следует незамедлительно обмениваться электронными доказательствами.'],
  ['zh', '会员国应当毫不拖延地交换电子证据。'],
  ['ar', 'ينبغي للدول الأعضاء أن تتبادل الأدلة الإلكترونية دون تأخير.'],
] as const

export const blank: Answer = { category: null, position: null, text: '', wording: '' }

const line = (
  target: FormLine['target'],
  label: string,
  text: string,
  language = 'en' as const,
) => ({
  target,
  id: randomUUID(),
  label,
  text,
  language: language as FormLine['language'],
  hash: sha256(text),
  answer: null,
  said: markOf(null),
})

/** A form of six items in six languages, with the lines of their heading, list and circulation before them. */
export function formOfSix(): FormPaper {
  return {
    circulationId: randomUUID(),
    delegationId: randomUUID(),
    title: 'Accumulated lists',
    delegation: 'Arvenia',
    until: '30 November 2026, 18:00',
    untilUtc: '30 November 2026, 17:00',
    created: '2026-11-01T12:00:00.000Z',
    lines: [
      line('circulation', 'General', 'General comments on all lists'),
      line('list', '2018', 'Comments on the whole list'),
      line('heading', '2018, A', heading),
      ...texts.map(([language, text], index) =>
        line('item', `2018, ${heading}, para. 4 (${'abcdef'[index]})`, text, language as 'en'),
      ),
    ],
  }
}

/** The same form with these answers on its items, in their order. */
export const answered = (paper: FormPaper, answers: readonly (Answer | null)[]): FormPaper => {
  const items = paper.lines.filter(({ target }) => target === 'item')
  return {
    ...paper,
    lines: paper.lines.map((paperLine) => {
      const at = items.indexOf(paperLine)
      return at < 0 ? paperLine : { ...paperLine, answer: answers[at] ?? null }
    }),
  }
}

/** The desk's reading of a returned form. */
export const judged = async (bytes: Uint8Array, paper: FormPaper) =>
  judgeForm(await readReturnedForm(bytes, ownLines(paper)), paper)

/** A file of Word or a spreadsheet with one of its parts changed, as another program would have saved it. */
export function withPart(
  bytes: Uint8Array,
  path: string,
  edit: (xml: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [path]: strToU8(edit(parts[path] ? strFromU8(parts[path]) : '')) })
}
