import { plainText } from '@/lib/text/document/document'
import { contentIn, type DraftContent, holdsSame } from './content'

/** A draft as it stands, with its last author and the time. */
type StandingDraft = DraftContent & { updatedAt: Date; updatedById: string }

/** Saves of one person within this time are one state. */
const SITTING = 10 * 60_000
/** A save that leaves less of the text than this is no small change. */
const MOST_OF_IT = 0.6

/**
 * Whether the content of a draft is kept before it is overwritten: words of another person or of an earlier sitting,
 * and a text of which little is left. Saves of one sitting are not kept one by one.
 */
export function isWorthKeeping(
  standing: StandingDraft,
  next: DraftContent,
  by: string,
  now: Date,
): boolean {
  const text = plainText(standing.body)
  const isBlank = text.trim() === '' && standing.explanation === ''
  if (isBlank || holdsSame(contentIn(standing), next)) return false
  return (
    standing.updatedById !== by ||
    now.getTime() - standing.updatedAt.getTime() > SITTING ||
    keptShare(text, plainText(next.body)) < MOST_OF_IT ||
    keptShare(standing.explanation, next.explanation) < MOST_OF_IT
  )
}

/** The share of a text left at both ends of another, between 0 and 1. */
function keptShare(before: string, after: string): number {
  if (before === '') return 1
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return (start + end) / before.length
}
