import type { Actor } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { canCoSponsorProposal } from '@/lib/proposals/policy'
import { type DerivedRow, row } from './row'
import { about, changeWithdrawn, latest, namesOf, type Seen, speakerOf } from './seen'

/** Events of another delegation's proposal that ours co-sponsors, suggested changes to or commented on. */
export function othersRows(actor: Actor, view: Seen): DerivedRow[] {
  if (view.ownId === null) return []
  const comments = view.proposal.comments.filter(({ delegationId }) => delegationId === view.ownId)
  const suggested = view.proposal.amendments.filter(
    ({ delegationId }) => delegationId === view.ownId,
  )
  const coSponsors = view.proposal.coSponsors.some(
    ({ delegationId }) => delegationId === view.ownId,
  )
  const rows = view.withdrawn
    ? withdrawal(view, comments.length + suggested.length > 0 || coSponsors)
    : [...confirmation(actor, view), ...replies(view, comments), ...awaitedAnswer(view, comments)]
  return [...rows, ...fates(view, suggested), ...changesToOurs(view), ...joinedChanges(view)]
}

function withdrawal(view: Seen, concerned: boolean): DerivedRow[] {
  const { proposal, seenAt } = view
  const { withdrawnAt: at } = proposal
  if (!concerned || !at || at <= seenAt) return []
  return [
    row('withdrawn', proposal.id, {
      ...about(view),
      group: 'information',
      states: [proposal.name],
      href: paths.proposal(proposal.session.slug, proposal.number),
      at,
    }),
  ]
}

/** A co-sponsorship that was agreed to an earlier revision. A person who may not submit is told that it waits. */
function confirmation(actor: Actor, view: Seen): DerivedRow[] {
  const { proposal, ownId, maySubmit } = view
  const agreed = proposal.coSponsors.find(({ delegationId }) => delegationId === ownId)
  if (!agreed || agreed.revision >= proposal.currentNumber || proposal.listIssued) return []
  const { takenOver } = proposal
  const state = {
    ...proposal,
    takenOver: takenOver && { ...takenOver, reason: '', at: proposal.revisedAt },
    decided: 'undecided' as const,
  }
  if (maySubmit && !canCoSponsorProposal(actor, state).allowed) return []
  const { slug } = proposal.session
  return [
    row('confirm', proposal.id, {
      ...about(view),
      group: maySubmit ? 'decide' : 'waiting',
      states: [speakerOf(proposal).name],
      values: { agreed: agreed.revision, revision: proposal.currentNumber },
      href: paths.compare(slug, proposal.number, agreed.revision, proposal.currentNumber),
      at: proposal.revisedAt,
    }),
  ]
}

type Comments = Seen['proposal']['comments']
type Amendments = Seen['proposal']['amendments']

/** Answers of others to the delegation's comments. */
function replies(view: Seen, comments: Comments): DerivedRow[] {
  const { proposal, ownId, seenAt } = view
  const ids = new Set(comments.map(({ id }) => id))
  const news = proposal.comments.filter(
    ({ parentId, delegationId, at }) =>
      parentId !== null && ids.has(parentId) && delegationId !== ownId && at > seenAt,
  )
  const [first] = news
  if (!first) return []
  return [
    row('replies', proposal.id, {
      ...about(view),
      group: 'information',
      states: namesOf(news),
      values: { count: news.length },
      href: paths.comment(proposal.session.slug, proposal.number, first.id),
      at: latest(news),
    }),
  ]
}

/** The delegation's own questions that nobody has answered, while comments are open. */
function awaitedAnswer(view: Seen, comments: Comments): DerivedRow[] {
  const { proposal, ownId, session } = view
  const open = comments.filter(
    (comment) =>
      comment.isQuestion &&
      !proposal.comments.some(
        (reply) => reply.parentId === comment.id && reply.delegationId !== ownId,
      ),
  )
  const [first] = open
  if (!first || !session?.comments) return []
  return [
    row('waitAnswer', proposal.id, {
      ...about(view),
      group: 'waiting',
      states: [speakerOf(proposal).name],
      values: { count: open.length },
      href: paths.comment(proposal.session.slug, proposal.number, first.id),
      at: latest(open),
      period: session.comments,
    }),
  ]
}

/**
 * The rows on the delegation's suggestions to its own proposal: changes to the suggested changes of others, and what it
 * suggested before it took the proposal over.
 */
export const suggestedRows = (view: Seen): DerivedRow[] => [
  ...fates(
    view,
    view.proposal.amendments.filter(({ delegationId }) => delegationId === view.ownId),
  ),
  ...(view.proposal.takenOver ? changesToOurs(view) : []),
]

/** The fate of the delegation's suggested changes, and those that still await a decision. */
function fates(view: Seen, suggested: Amendments): DerivedRow[] {
  const { proposal, ownId, session, seenAt, withdrawn } = view
  const { slug } = proposal.session
  return suggested.flatMap((amendment) => {
    const subject = `${proposal.id}:${amendment.number}`
    const href = paths.amendment(slug, proposal.number, amendment.number)
    const facts = { ...about(view), states: [proposal.name], href }
    const decision = amendment.decisions.at(-1)
    const answers = amendment.answers.filter(
      (answer) => answer.delegationId !== ownId && answer.at > seenAt,
    )
    const rows: DerivedRow[] = []
    if (decision && decision.at > seenAt)
      rows.push(
        row('changeDecided', subject, {
          ...facts,
          group: 'information',
          values: {
            amendment: amendment.number,
            decision: decision.kind,
            revision: decision.revision,
          },
          at: decision.at,
        }),
      )
    const { declined, amends } = amendment
    if (declined && declined.at > seenAt)
      rows.push(
        row('changeDeclined', subject, {
          ...facts,
          group: 'information',
          states: [declined.name],
          values: { amendment: amendment.number },
          at: declined.at,
        }),
      )
    if (answers.length > 0)
      rows.push(
        row('changeAnswered', subject, {
          ...facts,
          group: 'information',
          values: { amendment: amendment.number, count: answers.length },
          at: latest(answers),
        }),
      )
    const waits = amendment.isOfText && amendment.withdrawnAt === null && !decision
    // Nobody revises a text once its authors withdrew it, nor the State that took it over.
    if (waits && proposal.withdrawnAt === null && session?.submission)
      rows.push(
        row('waitDecision', subject, {
          ...facts,
          group: 'waiting',
          values: { amendment: amendment.number },
          at: amendment.at,
          period: session.submission,
        }),
      )
    if (amends && amendment.withdrawnAt === null && !withdrawn && session?.comments)
      rows.push(
        row('waitDecision', subject, {
          ...facts,
          group: 'waiting',
          states: [amends.name],
          values: { amendment: amendment.number },
          at: amendment.at,
          period: session.comments,
        }),
      )
    return rows
  })
}

/** Changes of others to a change of the delegation, while it can take them into a new version or decline them. */
function changesToOurs(view: Seen): DerivedRow[] {
  const { proposal, ownId, session, withdrawn, maySubmit } = view
  if (withdrawn || !session?.comments) return []
  return proposal.amendments.flatMap(({ amends, withdrawnAt, number, name, at }) =>
    amends && withdrawnAt === null && amends.delegationId === ownId
      ? [
          row('takeIn', `${proposal.id}:${number}`, {
            ...about(view),
            group: maySubmit ? ('decide' as const) : ('waiting' as const),
            states: [name],
            values: { amendment: amends.number },
            href: paths.amendment(proposal.session.slug, proposal.number, number),
            at,
            period: session.comments,
          }),
        ]
      : [],
  )
}

/** Suggested changes that the delegation had co-sponsored and that were withdrawn. */
function joinedChanges(view: Seen): DerivedRow[] {
  const { proposal, ownId, seenAt } = view
  return proposal.amendments.flatMap(({ withdrawnAt: at, number, name, coSponsors }) =>
    at && at > seenAt && ownId !== null && coSponsors.includes(ownId)
      ? [changeWithdrawn(view, { name, number, at })]
      : [],
  )
}
