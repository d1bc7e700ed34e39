import { printSeatTime } from '@/lib/clock'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'
import { translations } from '@/lib/messages'

type Thread = {
  comments: readonly Threaded<CommentView>[]
  currentRevision: number
  replyTo: ((id: string) => string) | null
}

/**
 * Released comments with the answers to them, each under its delegation's name. `replyTo` gives the
 * address at which one answers a comment, where one may.
 */
export function CommentThread({ comments, currentRevision, replyTo }: Thread) {
  const t = translations('comments')
  return (
    <ol className="comment-thread">
      {comments.map(({ id, delegationName, releasedAt, ...comment }) => (
        <li key={id} id={`comment-${id}`}>
          <article>
            <header>
              <h3>{delegationName}</h3>
              <span>{t(`kinds.${comment.kind}`)}</span>
              <time dateTime={releasedAt.toISOString()}>{printSeatTime(releasedAt)}</time>
              {comment.revisionNumber !== currentRevision && (
                <small>{t('onRevision', { number: comment.revisionNumber })}</small>
              )}
            </header>
            {comment.passage && <blockquote>{comment.passage}</blockquote>}
            <p dir="auto">{comment.text}</p>
            {replyTo && (
              <a href={replyTo(id)} aria-label={t('replyTo', { name: delegationName })}>
                {t('reply')}
              </a>
            )}
            {comment.replies.length > 0 && (
              <CommentThread
                comments={comment.replies}
                currentRevision={currentRevision}
                replyTo={replyTo}
              />
            )}
          </article>
        </li>
      ))}
    </ol>
  )
}
