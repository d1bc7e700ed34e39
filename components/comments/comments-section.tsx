import type { ReactNode } from 'react'
import { SessionLive } from '@/components/live/session-live'
import { ClientMessages } from '@/components/messages/client-messages'
import { Empty } from '@/components/ui/empty'
import { printSeatTime } from '@/lib/clock'
import type { CommentDraftView, CommentView } from '@/lib/comments/queries'
import type { CommentStart } from '@/lib/comments/start'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import type { Threaded } from '@/lib/comments/threads'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import type { ShownDraft } from './comment-drafts'
import type { ShownComment } from './comment-thread'
import { type CommentAbilities, CommentsMargin } from './comments-margin'

export type { CommentAbilities }

/** All comments on a proposal, beside its text, the drafts of the reader's own delegation, and the link to write. */
export function CommentsSection({
  comments,
  drafts,
  proposal,
  deadline,
  withdrawn,
  slug,
  own,
  newSince = null,
  opened,
  abilities,
  address,
  stream,
}: {
  comments: readonly Threaded<CommentView>[]
  drafts: readonly CommentDraftView[]
  proposal: { id: string; currentNumber: number }
  /** Until when comments are open, or since when they are closed. */
  deadline: ReactNode
  /** Whether the proposal was withdrawn: it takes no comments in any period. */
  withdrawn: boolean
  /** The session's. */
  slug: string
  /** The reader's delegation. */
  own: string | null
  /** Comments that others released after this moment are new to the reader. */
  newSince?: Date | null
  /** The initial content of the form that the address opens. */
  opened: CommentStart | null
  abilities: CommentAbilities
  /** The proposal's address, to which the choice of a reply or a draft is added. */
  address: string
  /** The stream of releases and withdrawals, and its version when this was read; null for none. */
  stream: { address: string; version: number } | null
}) {
  const t = translations('comments')
  const { write } = abilities
  return (
    <section aria-labelledby="comments">
      <h2 id="comments" className="mb-1 scroll-mt-24 text-lg font-semibold">
        {t('title')}{' '}
        {comments.length > 0 && (
          <span className="ms-1 font-normal text-quiet">{counted(comments)}</span>
        )}
      </h2>
      <div className="mb-4 text-sm text-quiet">{withdrawn ? t('withdrawn') : deadline}</div>
      <ClientMessages namespaces={['comments']}>
        <CommentsMargin
          threads={comments.map((comment) => shown(comment, { slug, own, newSince }))}
          drafts={drafts.map((draft) => shownDraft(draft, comments))}
          proposal={proposal}
          opened={opened}
          abilities={abilities}
          address={address}
          empty={<Empty title={t('none')}>{t(write ? 'noneHint' : 'noneClosedHint')}</Empty>}
        />
      </ClientMessages>
      {stream && <SessionLive {...stream} />}
    </section>
  )
}

/** The number of comments that count, replies too. */
const counted = (comments: readonly Threaded<CommentView>[]): number =>
  comments.reduce(
    (sum, { withdrawnAt, replies }) => sum + (withdrawnAt ? 0 : 1) + counted(replies),
    0,
  )

type Reader = { slug: string; own: string | null; newSince: Date | null }

function shown(
  { replies, earlier, ...comment }: Threaded<CommentView>,
  reader: Reader,
): Threaded<ShownComment> {
  return {
    ...shownComment(comment, reader),
    earlier: earlier.map((version) => shownComment(version, { ...reader, newSince: null })),
    replies: replies.map((reply) => shown(reply, reader)),
  }
}

const shownComment = (
  { releasedAt, withdrawnAt, delegationId, ...comment }: CommentView,
  reader: Reader,
): ShownComment => ({
  ...comment,
  group: comment.onBehalf && {
    words: onBehalfOf(comment.onBehalf),
    href: paths.onBehalf(reader.slug, comment.onBehalf.id),
  },
  isOwn: delegationId === reader.own,
  isNew: reader.newSince !== null && releasedAt > reader.newSince && delegationId !== reader.own,
  released: printSeatTime(releasedAt),
  at: releasedAt.toISOString(),
  withdrawn: withdrawnAt && printSeatTime(withdrawnAt),
})

const shownDraft = (
  { updatedAt, discardedAt, ...draft }: CommentDraftView,
  comments: readonly Threaded<CommentView>[],
): ShownDraft => ({
  ...draft,
  updated: printSeatTime(updatedAt),
  discarded: discardedAt && printSeatTime(discardedAt),
  answers: draft.parentId && nameOf(draft.parentId, comments),
})

/** The delegation of a comment among threads. */
function nameOf(id: string, comments: readonly Threaded<CommentView>[]): string | null {
  for (const candidate of comments) {
    if (candidate.id === id || candidate.earlier.some((earlier) => earlier.id === id))
      return candidate.delegationName
    const name = nameOf(id, candidate.replies)
    if (name) return name
  }
  return null
}
