import { canDraftComment } from '@/lib/comments/policy'
import type { Actor } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { canReviseProposal } from '@/lib/proposals/policy'
import { type DerivedRow, row } from './row'
import { about, changeWithdrawn, latest, namesOf, type Seen } from './seen'

/** The pending matters of the proposal for which the delegation answers, and comments of others. */
export function ownRows(actor: Actor, view: Seen): DerivedRow[] {
  if (view.withdrawn) return []
  const openQuestions = questions(actor, view)
  return [
    ...changes(actor, view),
    ...openQuestions.rows,
    ...comments(view, openQuestions.ids),
    ...withdrawnChanges(view),
    ...unconfirmed(view),
  ]
}

function changes(actor: Actor, view: Seen): DerivedRow[] {
  const { proposal, session, ownId, seenAt } = view
  const { id, number, amendments } = proposal
  const undecided = amendments.filter(
    (change) =>
      change.isOfText &&
      change.delegationId !== ownId &&
      change.withdrawnAt === null &&
      change.decisions.length === 0,
  )
  if (undecided.length === 0) return []
  const { slug } = proposal.session
  const facts = { ...about(view), states: namesOf(undecided) }
  if (session?.submission && canReviseProposal(actor, proposal))
    return [
      row('decideChanges', id, {
        ...facts,
        values: { count: undecided.length },
        href: paths.joining(slug, number),
        at: latest(undecided),
        period: session.submission,
      }),
    ]
  const news = undecided.filter(({ at }) => at > seenAt)
  if (news.length === 0) return []
  return [
    row('newChanges', id, {
      ...facts,
      group: 'information',
      states: namesOf(news),
      values: { count: news.length },
      href: paths.amendments(slug, number),
      at: latest(news),
    }),
  ]
}

/** Questions without an answer of the delegation, or of the author before it, while the delegation can answer. */
function questions(actor: Actor, view: Seen): { rows: DerivedRow[]; ids: ReadonlySet<string> } {
  const { proposal, session, ownId } = view
  const { id, number, comments: proposalComments } = proposal
  if (!session?.comments || !canDraftComment(actor, { ...session, sessionId: session.id }))
    return { rows: [], ids: new Set() }
  const open = proposalComments.filter(
    (comment) =>
      comment.isQuestion &&
      comment.delegationId !== ownId &&
      !proposalComments.some(
        (reply) =>
          reply.parentId === comment.id &&
          (reply.delegationId === ownId || reply.delegationId === proposal.delegationId),
      ),
  )
  const [first] = open
  if (!first) return { rows: [], ids: new Set() }
  return {
    ids: new Set(open.map((comment) => comment.id)),
    rows: [
      row('answerQuestions', id, {
        ...about(view),
        states: namesOf(open),
        values: { count: open.length },
        href: paths.comment(proposal.session.slug, number, first.id),
        at: latest(open),
        period: session.comments,
      }),
    ],
  }
}

function comments(view: Seen, questionIds: ReadonlySet<string>): DerivedRow[] {
  const { proposal, ownId, seenAt } = view
  const news = proposal.comments.filter(
    (comment) =>
      comment.delegationId !== ownId && comment.at > seenAt && !questionIds.has(comment.id),
  )
  const [first] = news
  if (!first) return []
  return [
    row('newComments', proposal.id, {
      ...about(view),
      group: 'information',
      states: namesOf(news),
      values: { count: news.length, own: 'yes' },
      href: paths.comment(proposal.session.slug, proposal.number, first.id),
      at: latest(news),
    }),
  ]
}

function withdrawnChanges(view: Seen): DerivedRow[] {
  const { proposal, ownId, seenAt } = view
  return proposal.amendments.flatMap(({ withdrawnAt: at, delegationId, name, number }) =>
    at && at > seenAt && delegationId !== ownId
      ? [changeWithdrawn(view, { name, number, at })]
      : [],
  )
}

/** Co-sponsors who have not agreed to the present revision. */
function unconfirmed(view: Seen): DerivedRow[] {
  const { proposal } = view
  const earlier = proposal.coSponsors.filter((sponsor) => sponsor.revision < proposal.currentNumber)
  if (earlier.length === 0 || proposal.listIssued) return []
  return [
    row('waitConfirm', proposal.id, {
      ...about(view),
      group: 'waiting',
      states: namesOf(earlier),
      values: { count: earlier.length, revision: proposal.currentNumber },
      href: paths.proposal(proposal.session.slug, proposal.number),
      at: proposal.revisedAt,
      dismissible: false,
    }),
  ]
}
