import { getTranslations } from 'next-intl/server'
import { printSeatTime } from '@/lib/clock'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'

/**
 * Released comments with the answers to them, each under its delegation's name. `replyTo` gives the
 * address at which one answers a comment, where one may.
 */
export async function CommentThread({
  comments,
  currentRevision,
  replyTo,
}: {
  comments: readonly Threaded<CommentView>[]
  currentRevision: number
  replyTo?: (id: string) => string
}) {
  const t = await getTranslations('comments')
  return (
    <ol className="grid gap-6">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`} className="scroll-mt-4">
          <article className="border-s-2 border-line ps-4">
            <header className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <h3 className="font-semibold">{comment.delegationName}</h3>
              <span>{t(`kinds.${comment.kind}`)}</span>
              <time dateTime={comment.releasedAt.toISOString()} className="text-quiet">
                {printSeatTime(comment.releasedAt)}
              </time>
              {comment.revisionNumber !== currentRevision && (
                <span className="text-quiet">
                  {t('onRevision', { number: comment.revisionNumber })}
                </span>
              )}
            </header>
            {comment.passage && (
              <blockquote className="mt-1.5 border-s-4 border-accent-wash ps-3 font-serif text-quiet">
                {comment.passage}
              </blockquote>
            )}
            <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line break-words">
              {comment.text}
            </p>
            {replyTo && (
              <a
                href={replyTo(comment.id)}
                className="no-print inline-block py-1 text-sm"
                aria-label={t('replyTo', { name: comment.delegationName })}
              >
                {t('reply')}
              </a>
            )}
            {comment.replies.length > 0 && (
              <div className="mt-4">
                <CommentThread
                  comments={comment.replies}
                  currentRevision={currentRevision}
                  {...(replyTo && { replyTo })}
                />
              </div>
            )}
          </article>
        </li>
      ))}
    </ol>
  )
}
