import { printSeatTime } from '@/lib/clock'
import type { CommentView } from '@/lib/comments/queries'
import type { Threaded } from '@/lib/comments/threads'
import { html, type Markup } from '@/lib/markup'
import { translations } from '@/lib/translations'

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
    <ol
      className="comment-thread"
      dangerouslySetInnerHTML={{ __html: html`${rows({ comments, ...about }, sentences())}`.text }}
    />
  )
}

/** The sentences of every comment; the one with a name in it is formatted once and cut where the name stands. */
function sentences() {
  const t = translations('comments')
  const [before, after] = t('replyTo', { name: '\n' }).split('\n') as [string, string]
  return { t, replyLabel: (name: string) => `${before}${name}${after}` }
}

/** Written as letters: a much discussed proposal has hundreds. */
function rows(
  { comments, currentRevision, replyTo }: Thread,
  say: ReturnType<typeof sentences>,
): Markup[] {
  const { t, replyLabel } = say
  return comments.map((one) => {
    const { id, delegationName, revisionNumber, releasedAt } = one
    const answers = rows({ comments: one.replies, currentRevision, replyTo }, say)
    return html`<li id="comment-${id}"><article><header><h3>${delegationName}</h3><span>${t(`kinds.${one.kind}`)}</span><time datetime="${releasedAt.toISOString()}">${printSeatTime(releasedAt)}</time>${
      revisionNumber !== currentRevision &&
      html`<small>${t('onRevision', { number: revisionNumber })}</small>`
    }</header>${one.passage && html`<blockquote>${one.passage}</blockquote>`}<p dir="auto">${one.text}</p>${
      replyTo &&
      html`<a href="${replyTo(id)}" aria-label="${replyLabel(delegationName)}">${t('reply')}</a>`
    }${answers.length > 0 && html`<ol class="comment-thread">${answers}</ol>`}</article></li>`
  })
}
