'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { FormAction } from '@/components/ui/form'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'
import { markOf } from './mark'
import { WithdrawForm } from './withdraw-form'

/** A released comment as it is shown: times in words, `at` its release for machines. */
export type ShownComment = Omit<CommentView, 'releasedAt' | 'withdrawnAt' | 'delegationId'> & {
  /** "on behalf of the …", and the link to its members. */
  group: { words: string; href: string } | null
  isOwn: boolean
  /** Released since the reader's last visit. */
  isNew: boolean
  released: string
  at: string
  withdrawn: string | null
}

export type ThreadActs = {
  currentRevision: number
  /** The address of the proposal, if the reader may reply or change; else null. */
  address: string | null
  /** Null if this person may not withdraw. */
  withdraw: FormAction | null
  mayRelease: boolean
  /** Opens the form here instead of going to its address. */
  open: (kind: 'reply' | 'change', comment: ShownComment) => void
  /** The form that is open under or instead of a comment, by the comment's id. */
  formOf: (kind: 'reply' | 'change', id: string) => ReactNode
  /** Lights the words of a comment in the text. */
  light: (id: string) => void
}

/** A comment with its replies; they are indented under it. */
export function CommentThread({
  comment,
  acts,
}: {
  comment: Threaded<ShownComment>
  acts: ThreadActs
}) {
  const reply = acts.formOf('reply', comment.id)
  return (
    <>
      <Comment comment={comment} acts={acts} />
      {(comment.replies.length > 0 || reply) && (
        <ol className="comment-replies">
          {comment.replies.map((reply) => (
            <li key={reply.id} id={`comment-${reply.id}`} tabIndex={-1}>
              <CommentThread comment={reply} acts={acts} />
            </li>
          ))}
          {reply && <li>{reply}</li>}
        </ol>
      )}
    </>
  )
}

function Comment({ comment, acts }: { comment: Threaded<ShownComment>; acts: ThreadActs }) {
  const t = useTranslations('comments')
  const { id, delegationName: name, earlier, passage, revisionNumber, parentId } = comment
  if (comment.withdrawn)
    return (
      <p className="text-sm italic text-quiet">
        {t(parentId === null ? 'withdrawnBy' : 'withdrawnReply', { name, time: comment.withdrawn })}
      </p>
    )
  const change = acts.formOf('change', id)
  const mark = markOf(t, comment)
  return (
    <article>
      <header>
        <h3>{name}</h3>
        {comment.group && (
          <a href={comment.group.href} className="way">
            {comment.group.words}
          </a>
        )}
        {comment.isNew && <b className="comment-new">{t('new')}</b>}
        {(parentId === null || comment.position !== 'none') && mark && <span>{mark}</span>}
        <time dateTime={comment.at}>
          {earlier.length > 0 ? t('replacedOn', { time: comment.released }) : comment.released}
        </time>
        {revisionNumber !== acts.currentRevision && (
          <small>{t('onRevision', { number: revisionNumber })}</small>
        )}
      </header>
      {passage && (
        <blockquote dir="auto" className="comment-quote line-clamp-3">
          <a
            href="#text"
            title={t('showWords')}
            onClick={(event) => {
              event.preventDefault()
              acts.light(id)
            }}
          >
            {passage}
          </a>
        </blockquote>
      )}
      {change ?? (
        <p dir="auto" className="comment-words">
          {comment.text}
        </p>
      )}
      <Earlier comments={earlier} />
      {!change && <Acts comment={comment} acts={acts} />}
    </article>
  )
}

/** The delegation's earlier versions, folded. */
function Earlier({ comments }: { comments: readonly ShownComment[] }) {
  const t = useTranslations('comments')
  if (comments.length === 0) return null
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-quiet">
        {t('earlier', { count: comments.length })}
      </summary>
      <ol className="mt-1 grid gap-2 border-s border-line ps-3">
        {comments.map((comment) => (
          <li key={comment.id} id={`comment-${comment.id}`}>
            <p className="text-quiet">
              {t('earlierOf', { time: comment.released })}
              {comment.position !== 'none' && ` · ${markOf(t, comment)}`}
            </p>
            <p dir="auto" className="comment-words">
              {comment.text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Acts({ comment, acts }: { comment: ShownComment; acts: ThreadActs }) {
  const t = useTranslations('comments')
  const { address, withdraw, open } = acts
  if (address === null) return null
  const { id, delegationName: name, isOwn, released: time } = comment
  const way = (kind: 'reply' | 'change', label: string) => (
    <a
      href={`${address}?${kind}=${id}#write`}
      aria-label={label}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        open(kind, comment)
      }}
    >
      {t(kind)}
    </a>
  )
  return (
    <div className="comment-acts no-print">
      {way('reply', t('replyTo', { name }))}
      {isOwn && way('change', t('changeOwn', { time }))}
      {isOwn && withdraw && <WithdrawForm id={id} name={name} time={time} action={withdraw} />}
    </div>
  )
}
