const DAY = 24 * 3_600_000

/** A circulation with the facts for its reminders. */
type Reminded = { openedAt: Date; openUntil: Date; remindDays: readonly number[] }

/**
 * The due reminder: the latest, in days before the deadline, with its hour in the past, so that after an outage only
 * one is sent; null before the first, after the deadline, and if the hour had passed before the opening.
 */
export function reminderDue(
  { openedAt, openUntil, remindDays }: Reminded,
  now: Date,
): number | null {
  if (now >= openUntil) return null
  const at = (days: number) => openUntil.getTime() - days * DAY
  const due = remindDays.filter((days) => at(days) <= now.getTime()).toSorted((a, b) => a - b)[0]
  return due !== undefined && at(due) >= openedAt.getTime() ? due : null
}
