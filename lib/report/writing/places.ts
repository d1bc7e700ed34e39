import { sha256 } from '@/lib/record/record'
import type { Placeholder } from '@/lib/report/placeholder'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { type OpenPlace, openPlaces } from '@/lib/text/document/open-places'

const AROUND = 40

/**
 * The open places of a paragraph that a person wrote, as placeholders. One that an amended text keeps of the composed
 * paragraph (`known`) stays that placeholder; others bear the hash of the text, so that a new wording opens them anew.
 */
export function writtenPlaceholders(
  { key, written }: { key: string; written: TextDocument },
  known: readonly Placeholder[] = [],
): Placeholder[] {
  const text = plainText(written)
  const lines = text.split('\n')
  const left = [...known]
  return placesOf(written, known).map((place, index): Placeholder => {
    const kept = left.findIndex(({ printed }) => printed === place.printed)
    if (kept !== -1) return left.splice(kept, 1)[0]!
    return {
      key: `written:${key}:${sha256(text).slice(0, 12)}:${index + 1}`,
      state: /\p{L}|\p{N}/u.test(place.printed) ? 'partly' : 'unknown',
      printed: place.printed,
      missing: 'written',
      values: { around: around(lines[place.paragraph]!, place) },
      owner: 'rapporteur',
      form: 'writing',
    }
  })
}

/** The places in the text of a paragraph whose placeholders are known: the same number, in the same order. */
export const placesOf = (written: TextDocument, open: readonly Placeholder[]): OpenPlace[] =>
  openPlaces(
    written,
    open.map(({ printed }) => printed),
  )

/** The place with the words beside it, whole words only. */
function around(line: string, { from, to, printed }: OpenPlace): string {
  const before = line.slice(Math.max(0, from - AROUND), from)
  const after = line.slice(to, to + AROUND)
  return [
    from > AROUND ? `… ${before.replace(/^\S*\s/u, '')}` : before,
    printed,
    to + AROUND < line.length ? `${after.replace(/\s\S*$/u, '')} …` : after,
  ].join('')
}
