import { max } from 'date-fns/max'
import { paths } from '@/lib/paths'
import { type DerivedRow, row } from './row'
import { about, latest, namesOf, type Seen } from './seen'

/** Events of a proposal that the person follows, directly or by its agenda item or State. */
export function followedRows(view: Seen): DerivedRow[] {
  const { proposal, seenAt, withdrawn } = view
  const { followedAt, widelyFollowedAt, visit } = proposal
  const follows = [followedAt, widelyFollowedAt].filter((at) => at !== null)
  if (follows.length === 0) return []
  const since = max([seenAt, ...follows.slice(0, 1)])
  const { slug } = proposal.session
  const facts = {
    ...about(view),
    group: 'information' as const,
    states: [proposal.name],
    href: paths.proposal(slug, proposal.number),
  }
  const { withdrawnAt } = proposal
  if (withdrawn)
    return withdrawnAt && withdrawnAt > since
      ? [row('withdrawn', proposal.id, { ...facts, at: withdrawnAt })]
      : []
  const rows: DerivedRow[] = []
  if (visit === null && proposal.submittedAt > since)
    rows.push(row('proposed', proposal.id, { ...facts, at: proposal.submittedAt }))
  else if (proposal.currentNumber > 1 && proposal.revisedAt > since)
    rows.push(
      row('revised', proposal.id, {
        ...facts,
        href: visit
          ? paths.compare(slug, proposal.number, visit.revision, proposal.currentNumber)
          : facts.href,
        values: { revision: proposal.currentNumber },
        at: proposal.revisedAt,
      }),
    )
  return followedAt ? [...rows, ...saidOnIt(view, max([seenAt, followedAt]))] : rows
}

/** New comments and suggested changes, for followers of the proposal itself. */
function saidOnIt(view: Seen, since: Date): DerivedRow[] {
  const { proposal, ownId } = view
  const { slug } = proposal.session
  const news = <T extends { at: Date; delegationId: string }>(entries: readonly T[]) =>
    entries.filter(({ at, delegationId }) => at > since && delegationId !== ownId)
  const comments = news(proposal.comments)
  const changes = news(proposal.amendments)
  const facts = { ...about(view), group: 'information' as const }
  return [
    ...(comments[0]
      ? [
          row('newComments', proposal.id, {
            ...facts,
            states: namesOf(comments),
            values: { count: comments.length, own: 'no' },
            href: paths.comment(slug, proposal.number, comments[0].id),
            at: latest(comments),
          }),
        ]
      : []),
    ...(changes[0]
      ? [
          row('newChanges', proposal.id, {
            ...facts,
            states: namesOf(changes),
            values: { count: changes.length },
            href: paths.amendments(slug, proposal.number),
            at: latest(changes),
          }),
        ]
      : []),
  ]
}
