import { randomUUID } from 'node:crypto'
import { type CommentAbilities, CommentsSection } from '@/components/comments/comments-section'
import type { CommentStart } from '@/components/comments/comment-form'
import { canDraftComment, canReleaseComment } from '@/lib/comments/policy'
import type { Discussion } from '@/lib/comments/queries'
import { threads } from '@/lib/comments/threads'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import type { SessionView } from '@/lib/sessions/session-view'
import { discardComment, writeComment } from './actions'

type Commented = { id: string; number: number; currentNumber: number; withdrawn: boolean }

/** The comments of a proposal for this reader; `search` opens the form, for an answer or for a draft to go on with too. */
export function ProposalComments({
  actor,
  session,
  discussion,
  proposal,
  search,
}: {
  actor: Actor
  session: SessionView
  discussion: Discussion
  proposal: Commented
  search: Record<string, string>
}) {
  const setting = { sessionId: session.id, stakeholdersMayComment: session.stakeholdersMayComment }
  const { comments, drafts } = discussion
  const open = session.comments?.open === true && !proposal.withdrawn
  const abilities: CommentAbilities = {
    write: canDraftComment(actor, setting) && open ? writeComment : null,
    discard: canDraftComment(actor, setting) ? discardComment : null,
    mayRelease: canReleaseComment(actor, setting),
  }
  const draft = drafts.find((one) => one.id === search.draft)
  const answered = comments.find((one) => one.id === (draft?.parentId ?? search.answer))
  const own = membershipIn(actor, session.id)?.delegationName
  const released = comments.filter(({ delegationName }) => delegationName === own).length
  const start: CommentStart = {
    id: draft?.id ?? randomUUID(),
    turn: `${draft?.id ?? answered?.id} ${released} ${drafts.length}`,
    proposalId: proposal.id,
    revisionNumber: draft?.revisionNumber ?? proposal.currentNumber,
    parentId: answered?.id ?? null,
    replacesId: draft?.replacesId ?? null,
    category: draft?.category ?? 'general',
    position: draft?.position ?? '',
    version: draft?.version ?? 0,
    passage: draft?.passage ?? '',
    passageStart: draft?.passageStart ?? null,
    text: draft?.text ?? '',
  }
  return (
    <CommentsSection
      comments={threads(comments)}
      drafts={drafts}
      currentRevision={proposal.currentNumber}
      openUntil={open ? (session.comments?.openUntil ?? null) : null}
      withdrawn={proposal.withdrawn}
      writing={Boolean(draft || answered) || search.write !== undefined}
      start={start}
      answering={answered?.delegationName ?? null}
      abilities={abilities}
      address={paths.proposal(session.slug, proposal.number)}
    />
  )
}
