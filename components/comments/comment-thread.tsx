'use client'

import { useTranslations } from 'use-intl/react'
import { markOf } from './mark'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'

/** A released comment as it is shown: `released` is its time in words, `at` the same for machines. */
export type ShownComment = Pick<
  CommentView,
  'id' | 'delegationName' | 'category' | 'position' | 'revisionNumber' | 'passage' | 'text'
> & { released: string; at: string }

type Thread = {
  comments: readonly Threaded<ShownComment>[]
  currentRevision: number
  /** The address of the proposal, where one may answer a comment; else null. */
  address: string | null
}

/**
 * Released comments with the answers to them, each under its delegation's name. A client component, so that
 * a page brings the values of a long discussion and not its elements. Needs the messages `comments`.
 */
export function CommentThread({ comments, currentRevision, address }: Thread) {
  const t = useTranslations('comments')
  return (
    <ol className="comment-thread">
      {comments.map(({ id, delegationName, revisionNumber, passage, replies, ...comment }) => (
        <li key={id} id={`comment-${id}`}>
          <article>
            <header>
              <h3>{delegationName}</h3>
              <span>{markOf(t, comment)}</span>
              <time dateTime={comment.at}>{comment.released}</time>
              {revisionNumber !== currentRevision && (
                <small>{t('onRevision', { number: revisionNumber })}</small>
              )}
            </header>
            {passage && <blockquote>{passage}</blockquote>}
            <p dir="auto">{comment.text}</p>
            {address && (
              <a
                href={`${address}?answer=${id}#write`}
                aria-label={t('replyTo', { name: delegationName })}
              >
                {t('reply')}
              </a>
            )}
            {replies.length > 0 && (
              <CommentThread
                comments={replies}
                currentRevision={currentRevision}
                address={address}
              />
            )}
          </article>
        </li>
      ))}
    </ol>
  )
}
