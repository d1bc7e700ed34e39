import { randomUUID } from 'node:crypto'
import { type CommentAbilities, CommentsSection } from '@/components/comments/comments-section'
import { clockOfPeriod, PeriodLine } from '@/components/time/period-line'
import type { Reference } from '@/components/text/text-of-record'
import { canDraftComment, canReleaseComment } from '@/lib/comments/policy'
import type { CommentView, Discussion } from '@/lib/comments/queries'
import {
  type CommentStart,
  changeStart,
  draftStart,
  newStart,
  wordsOfAddress,
} from '@/lib/comments/start'
import { threads } from '@/lib/comments/threads'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { SessionView } from '@/lib/sessions/session-view'
import { discardComment, restoreComment, withdraw, writeComment } from './actions'

type Commented = {
  id: string
  number: number
  currentNumber: number
  withdrawn: boolean
  /** The present text as it prints. */
  text: string
}

/** The comments of a proposal for this reader; `search` opens the form: for words, a reply, a change or a draft. */
export function ProposalComments({
  actor,
  session,
  discussion,
  groups,
  proposal,
  newSince,
  search,
}: {
  actor: Actor
  session: SessionView
  discussion: Discussion
  /** The groups of States for which the reader's delegation may comment. */
  groups: readonly { id: string; name: string }[]
  proposal: Commented
  /** After this instant others' releases are new to the reader; null for nothing. */
  newSince: Date | null
  search: Record<string, string>
}) {
  const setting = { sessionId: session.id, stakeholdersMayComment: session.stakeholdersMayComment }
  const { comments, drafts } = discussion
  const open = session.comments?.open === true && !proposal.withdrawn
  const drafting = canDraftComment(actor, setting)
  const mayRelease = canReleaseComment(actor, setting)
  const abilities: CommentAbilities = {
    write: drafting && open ? writeComment : null,
    withdraw: mayRelease && open ? withdraw : null,
    discard: drafting ? discardComment : null,
    restore: drafting ? restoreComment : null,
    mayRelease,
    groups,
    clock: clockOfPeriod({ session, kind: 'comments' }),
  }
  const delegationId = membershipIn(actor, session.id)?.delegationId ?? null
  const t = translations('comments')
  return (
    <CommentsSection
      comments={threads(comments)}
      drafts={drafts}
      proposal={{ id: proposal.id, currentNumber: proposal.currentNumber }}
      deadline={
        <PeriodLine session={session} kind="comments" open={t('openUntil')} never={t('notOpen')} />
      }
      withdrawn={proposal.withdrawn}
      slug={session.slug}
      own={delegationId}
      newSince={newSince}
      opened={abilities.write ? openedBy(search, discussion, proposal, delegationId) : null}
      abilities={abilities}
      address={paths.proposal(session.slug, proposal.number)}
      stream={{
        address: paths.commentsStream(session.slug, proposal.number),
        version: versionOf(comments),
      }}
    />
  )
}

/** Raised by every release, replacement and withdrawal, as the stream counts them. */
const versionOf = (comments: readonly CommentView[]): number =>
  comments.length + comments.filter((comment) => comment.withdrawnAt ?? comment.replacedById).length

/** The form that the address opens; null for none. */
function openedBy(
  search: Record<string, string>,
  { comments, drafts }: Discussion,
  proposal: Commented,
  delegationId: string | null,
): CommentStart | null {
  const counts = (id: string | undefined) =>
    comments.find((comment) => comment.id === id && !comment.withdrawnAt && !comment.replacedById)
  const draft = drafts.find((candidate) => candidate.id === search.draft && !candidate.discardedAt)
  if (draft) return draftStart(proposal, draft)
  const parent = counts(search.reply)
  if (parent) return newStart(randomUUID(), proposal, { parentId: parent.id })
  const comment = counts(search.change)
  if (comment?.delegationId === delegationId && comment)
    return changeStart(randomUUID(), proposal, comment)
  if (search.write === undefined) return null
  return newStart(randomUUID(), proposal, wordsOfAddress(search.write, proposal) ?? {})
}

/** The passages of the present text that comments which count are about. */
export function commentReferences(
  { comments }: Discussion,
  { currentNumber }: { currentNumber: number },
): Reference[] {
  const t = translations('proposals.one')
  return comments.flatMap((comment): Reference[] => {
    const { id, passageStart: start, passageEnd: end, delegationName: name } = comment
    if (start === null || end === null || comment.revisionNumber !== currentNumber) return []
    if (comment.withdrawnAt || comment.replacedById) return []
    return [{ start, end, href: `#comment-${id}`, label: t('passage', { name }) }]
  })
}
