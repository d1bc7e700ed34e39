import { printSeatTime } from '@/lib/clock'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'
import { html, type Markup } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'
import { Once } from '@/components/once'

type Thread = {
  comments: readonly Threaded<CommentView>[]
  currentRevision: number
  replyTo: ((id: string) => string) | null
}

/**
 * Released comments with the answers to them, each under its delegation's name. `replyTo` gives the
 * address at which one answers a comment, where one may.
 */
export function CommentThread({ comments, ...about }: Thread) {
  return (
    <Once as="ol" className="comment-thread">
      {html`${rows({ comments, ...about })}`}
    </Once>
  )
}

/** Written as letters: a much discussed proposal has hundreds. */
function rows({ comments, currentRevision, replyTo }: Thread): Markup[] {
  const t = translations('comments')
  return comments.map((one) => {
    const { id, delegationName, revisionNumber, releasedAt } = one
    const answers = rows({ comments: one.replies, currentRevision, replyTo })
    return html`<li id="comment-${id}"><article><header><h3>${delegationName}</h3><span>${t(`kinds.${one.kind}`)}</span><time datetime="${releasedAt.toISOString()}">${printSeatTime(releasedAt)}</time>${
      revisionNumber !== currentRevision &&
      html`<small>${t('onRevision', { number: revisionNumber })}</small>`
    }</header>${one.passage && html`<blockquote>${one.passage}</blockquote>`}<p dir="auto">${one.text}</p>${
      replyTo &&
      html`<a href="${replyTo(id)}" aria-label="${t('replyTo', { name: delegationName })}">${t('reply')}</a>`
    }${answers.length > 0 && html`<ol class="comment-thread">${answers}</ol>`}</article></li>`
  })
}
