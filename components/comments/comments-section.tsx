import { ClientMessages } from '@/components/messages/client-messages'
import { printSeatTime } from '@/lib/clock'
import type { CommentDraftView, CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'
import { translations } from '@/lib/messages'
import { ActForm } from '@/components/ui/act-form'
import type { CommentStart } from './comment-form'
import { CommentThread, type ShownComment } from './comment-thread'
import { CommentWriter } from './comment-writer'
import { markOf } from './mark'
import { Deadline } from '@/components/time/deadline'
import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'

/** What this reader may do here; `null` actions are not offered. */
export type CommentAbilities = {
  write: FormAction | null
  discard: FormAction | null
  mayRelease: boolean
}

/**
 * Everything that was said on a proposal, what the reader's own delegation has still in hand, and
 * the way to write. `start` fills the form: a new comment, an answer, or a draft that is continued.
 */
export function CommentsSection({
  comments,
  drafts,
  currentRevision,
  openUntil,
  withdrawn,
  writing,
  start,
  answering,
  abilities,
  address,
}: {
  comments: readonly Threaded<CommentView>[]
  drafts: readonly CommentDraftView[]
  currentRevision: number
  /** The deadline of comments, where they can be written now. */
  openUntil: Date | null
  /** Whether the proposal was withdrawn: it takes no comments, whatever the period. */
  withdrawn: boolean
  /** Whether the form stands open. */
  writing: boolean
  start: CommentStart
  /** The delegation whose comment is being answered. */
  answering: string | null
  abilities: CommentAbilities
  /** The proposal's address, to which the choice of an answer or a draft is added. */
  address: string
}) {
  const t = translations('comments')
  const { write, discard, mayRelease } = abilities
  return (
    <section aria-labelledby="comments" className="mt-4">
      <h2 id="comments" className="mb-1 font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      <p className="mb-6 text-sm text-quiet">
        {openUntil ? (
          <>
            {t('openUntil')} <Deadline until={openUntil} />
          </>
        ) : (
          t(withdrawn ? 'withdrawn' : 'closed')
        )}
      </p>
      {comments.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <ClientMessages namespaces={['comments']}>
          <CommentThread
            comments={comments.map(shown)}
            currentRevision={currentRevision}
            address={write && address}
          />
        </ClientMessages>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="comment-drafts" className="no-print mt-10">
          <h3 id="comment-drafts" className="mb-3 font-semibold">
            {t('drafts')}
          </h3>
          <ul className="grid gap-4">
            {drafts.map((draft) => (
              <li key={draft.id} className="border-s-2 border-dashed border-line-strong ps-4">
                <p className="text-sm text-quiet">
                  {markOf(t, draft)}{' '}
                  {t('draftFrom', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
                </p>
                <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
                  {draft.text}
                </p>
                <div className="flex flex-wrap items-center gap-3 text-sm">
                  <a href={`${address}?draft=${draft.id}#write`} className="way">
                    {t('continue')}
                  </a>
                  {discard && (
                    <ActForm
                      action={discard}
                      values={{ id: draft.id }}
                      button={t('discard')}
                      tone="plain"
                      className="contents"
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {write && (
        <div className="no-print mt-10">
          <ClientMessages namespaces={['comments']}>
            <CommentWriter
              key={start.turn}
              opened={writing}
              href={`${address}?write#write`}
              textId="text"
              answering={answering}
              start={start}
              action={write}
              mayRelease={mayRelease}
            />
          </ClientMessages>
        </div>
      )}
    </section>
  )
}

const shown = ({
  releasedAt,
  replies,
  ...comment
}: Threaded<CommentView>): Threaded<ShownComment> => ({
  id: comment.id,
  delegationName: comment.delegationName,
  category: comment.category,
  position: comment.position,
  revisionNumber: comment.revisionNumber,
  passage: comment.passage,
  text: comment.text,
  released: printSeatTime(releasedAt),
  at: releasedAt.toISOString(),
  replies: replies.map(shown),
  earlier: [],
})
