import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ImportedItem, ImportedSession } from '@/lib/proposals/import/format'

/** A list in the import format. */
type ImportedList = { session: ImportedSession; items: ImportedItem[] }

// A real consolidation of the Universal Periodic Review, where the shared folder holds one. Its texts
// are UN documents and are never copied into the project.

type Review = {
  title: string
  date: string
  proposals: {
    id: string
    source: { name: string }
    text: string
    consolidatedInto: string | string[] | null
  }[]
  consolidated: { num: string; text: string; outcome: string }[]
}

/** The outcome of the review: items, each made of proposals by number; and proposals left aside. */
export type Consolidation = {
  items: { number: string; text: string; sources: string[]; heading: string }[]
  dropped: string[]
}

const FOLDER = '../shared/data'

/** A small review of invented States, which a clone without the shared folder has too. */
export const INVENTED_REVIEW = 'tests/support/invented/review.json'

/** The files of reviews that the shared folder holds; none where there is no such folder. */
export const reviewFiles = (): string[] =>
  (existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    .filter((name) => /^upr-.*\d{4}\.json$/.test(name))
    .map((name) => `${FOLDER}/${name}`)

/** The review in the import format with its consolidation, or null if the file holds none. */
export function readReview(
  file: string,
): { json: string; list: ImportedList; consolidation: Consolidation } | null {
  const { review } = JSON.parse(readFileSync(file, 'utf8')) as { review?: Review }
  if (!review?.proposals || !review.consolidated) return null
  const number = new Map(review.proposals.map(({ id }, index) => [id, String(index + 1)]))
  const list: ImportedList = {
    session: {
      ordinal: 101,
      title: review.title.slice(0, 300),
      place: 'Geneva',
      startsOn: review.date,
      endsOn: review.date,
    },
    items: review.proposals.map(({ id, source, text }) => ({
      number: number.get(id)!,
      heading: 'Recommendations made during the interactive dialogue',
      kind: 'recommendation',
      language: 'en',
      text,
      by: [source.name],
    })),
  }
  const names = review.proposals.map(({ source }) => source.name)
  return {
    json: JSON.stringify({ format: 'stocktake-list', version: 1, ...list }),
    list,
    consolidation: {
      items: review.consolidated.map(({ num, text, outcome }) => ({
        number: num,
        text: withoutNames(text, names),
        sources: review.proposals
          .filter(({ consolidatedInto }) => [consolidatedInto].flat().includes(num))
          .map(({ id }) => number.get(id)!),
        heading: outcome,
      })),
      dropped: review.proposals
        .filter(({ consolidatedInto }) => [consolidatedInto].flat().every((num) => num === null))
        .map(({ id }) => number.get(id)!),
    },
  }
}

/** The text of an item without the States in brackets after it, as an adopted list prints. */
function withoutNames(text: string, names: readonly string[]): string {
  const short = new Set(
    names.flatMap((name) => [name, name.split(' (')[0]!, name.split(' of ')[0]!]),
  )
  return text
    .replace(/\s*\(([^()]+(?:\([^()]*\)[^()]*)*)\)/g, (brackets, inside: string) =>
      [...short].some((name) => inside.includes(name)) ? '' : brackets,
    )
    .trim()
}
