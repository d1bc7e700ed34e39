import { differenceInHours } from 'date-fns/differenceInHours'
import { printSeatDate } from '@/lib/clock'
import type { Actor } from '@/lib/delegations/actor'
import type { Desk } from './desk-view'
import { type InboxGroup, type InboxRow, inboxGroups } from './inbox-view'
import { circulationRows } from './rows/circulation-rows'
import { draftRows } from './rows/draft-rows'
import { proposalRows } from './rows/proposal-rows'
import type { DerivedRow } from './rows/row'
import { silenceRows } from './rows/silence-rows'
import { stepRow } from './rows/step-rows'
import { nextSteps } from './rows/steps'

/**
 * The rows of the actor's desk, group by group: the nearest deadline first, then the newest. Acts no longer possible
 * are not offered; a row put away comes back after a newer event. Pure.
 */
export function inboxRows(actor: Actor, desk: Desk): InboxRow[] {
  return derivedRows(actor, desk)
    .filter((row) => !isPutAway(row, desk))
    .map((row) => seenRow(row, desk))
    .toSorted(
      (a, b) =>
        inboxGroups.indexOf(a.group) - inboxGroups.indexOf(b.group) ||
        limitOf(a) - limitOf(b) ||
        b.at.getTime() - a.at.getTime(),
    )
}

/** The rows that the actor put away and that still stand, the newest first. Pure. */
export const putAwayRows = (actor: Actor, desk: Desk): InboxRow[] =>
  derivedRows(actor, desk)
    .filter((row) => isPutAway(row, desk))
    .map((row) => seenRow(row, desk))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())

const derivedRows = (actor: Actor, desk: Desk): DerivedRow[] => [
  ...nextSteps(actor, desk).map(stepRow),
  ...draftRows(actor, desk),
  ...proposalRows(actor, desk),
  ...circulationRows(desk),
  ...silenceRows(desk),
]

function isPutAway({ dismissible, subject, at }: DerivedRow, { marks }: Desk): boolean {
  const mark = marks.get(subject)
  return dismissible && mark !== undefined && mark >= at
}

/** The number in the header. */
export const countOf = (rows: readonly InboxRow[]): number =>
  rows.filter(({ counts }) => counts).length

/** The row with the person's marks. */
function seenRow(derived: DerivedRow, desk: Desk): InboxRow {
  const { marks, now, proposals } = desk
  const mark = marks.get(derived.subject)
  const visit = proposals.find(({ id }) => id === derived.proposal?.id)?.visit?.at
  const seenAt = Math.max(mark?.getTime() ?? 0, visit?.getTime() ?? 0)
  const group = groupOf(derived, now)
  const unread = group !== 'waiting' && derived.at.getTime() > seenAt
  const counts = group === 'due' || group === 'decide' || (group === 'information' && unread)
  return { ...derived, group, unread, counts }
}

function groupOf({ group, period }: DerivedRow, now: Date): InboxGroup {
  if (group === 'waiting' || !period) return group
  return isDueToday(period.until, now) ? 'due' : group
}

/** On this day in the seat's time, or in the next hours. */
const isDueToday = (until: Date, now: Date): boolean =>
  printSeatDate(until) === printSeatDate(now) || differenceInHours(until, now) < 6

const limitOf = ({ period }: InboxRow): number => period?.until.getTime() ?? Number.MAX_SAFE_INTEGER
