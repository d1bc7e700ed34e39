import { isAfter } from 'date-fns/isAfter'

/** The time at which the comments of a circulation become public. */
export const postingRules = ['atRelease', 'atDeadline', 'atDate'] as const
export type PostingRule = (typeof postingRules)[number]

/** The facts that decide when comments become public. */
export type Posting = {
  postingRule: PostingRule
  openedAt: Date | null
  openUntil: Date
  postAt: Date | null
}

/** The instant from which the circulation's rule makes comments public; null while unknown. */
export function postedFrom({ postingRule, openedAt, openUntil, postAt }: Posting): Date | null {
  if (openedAt === null) return null
  if (postingRule === 'atRelease') return openedAt
  return postingRule === 'atDeadline' ? openUntil : postAt
}

/** Whether the comments are public at this instant of the database's clock. */
export function isPosted(posting: Posting, now: Date): boolean {
  const from = postedFrom(posting)
  return from !== null && !isAfter(from, now)
}

/**
 * Whether a comment is or was public; its delegation's replacement or withdrawal before the posting keeps it private.
 * `endedAt` is the time of that act.
 */
export function wasPosted(
  posting: Posting,
  { endedAt }: { endedAt: Date | null },
  now: Date,
): boolean {
  const from = postedFrom(posting)
  return isPosted(posting, now) && (endedAt === null || from === null || !isAfter(from, endedAt))
}
