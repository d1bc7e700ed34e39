import type { ReactNode } from 'react'
import { Difference } from '@/components/text/difference'
import { printSeatTime } from '@/lib/clock'
import { type CompiledComment, counts } from '@/lib/circulation/compilation/views'
import { translations } from '@/lib/messages'
import { directionOf } from '@/lib/text/locales'
import { ResponseWords } from './response-words'

/** A comment as it was received, with its proposed wording marked against the item, and what became of it. */
export function CommentEntry({
  comment,
  itemText,
  href,
  lead,
  children,
}: {
  comment: CompiledComment
  /** The text of the item that it is about; empty for none. */
  itemText: string
  /** The address of the comment alone; null on that page. */
  href: string | null
  /** What stands above it: the item's name, where comments of several stand together. */
  lead?: ReactNode
  children?: ReactNode
}) {
  const tc = translations('comments')
  const { id, name, category, position, retractedAt } = comment
  return (
    <article id={`comment-${id}`} className="scroll-mt-4 border-t border-line pt-4">
      {lead}
      <div className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="font-semibold">{href ? <a href={href}>{name}</a> : name}</h3>
          <p className="text-sm text-quiet">
            {[
              tc(`positions.${position}`),
              tc(`categories.${category}`),
              printSeatTime(comment.receivedAt),
            ].join(' · ')}
          </p>
          <Ends comment={comment} />
          {retractedAt === null && <Words comment={comment} itemText={itemText} />}
        </div>
        <div className="min-w-0">
          <ResponseWords comment={comment} />
          {children}
        </div>
      </div>
    </article>
  )
}

/** Whether it came late, was entered for the delegation, or counts no more. */
function Ends({ comment }: { comment: CompiledComment }) {
  const t = translations('compilation')
  const { name, late, enteredBySecretariat, retractedAt, withdrawnAt, replacedById } = comment
  const marks = [
    late && t('late'),
    enteredBySecretariat && t('entered'),
    retractedAt && t('retracted', { name, time: printSeatTime(retractedAt) }),
    withdrawnAt && t('withdrawn', { name, time: printSeatTime(withdrawnAt) }),
  ].filter((mark) => typeof mark === 'string')
  return (
    <>
      {marks.map((mark) => (
        <p key={mark} className="text-sm italic">
          {mark}
        </p>
      ))}
      {replacedById && (
        <p className="text-sm italic">
          <a href={`#comment-${replacedById}`}>{t('replaced')}</a>
        </p>
      )}
    </>
  )
}

function Words({ comment, itemText }: { comment: CompiledComment; itemText: string }) {
  const t = translations('compilation')
  const { passage, text, wordingText, language } = comment
  const own = { lang: language, dir: directionOf(language) }
  const body = (
    <>
      {passage && (
        <blockquote {...own} className="comment-quote mt-1">
          {passage}
        </blockquote>
      )}
      {text && (
        <p {...own} className="mt-1 max-w-prose whitespace-pre-line">
          {text}
        </p>
      )}
      {wordingText !== null && (
        <div className="mt-2">
          <p className="text-sm text-quiet">{t('proposedWording')}</p>
          <p
            {...own}
            className="max-w-prose whitespace-pre-line border-s-2 border-line ps-3 font-serif"
          >
            <Difference base={itemText} next={wordingText} locale={language} />
          </p>
        </div>
      )}
    </>
  )
  if (counts(comment)) return body
  if (!text && wordingText === null) return null
  return (
    <details className="mt-1 text-sm">
      <summary className="cursor-pointer text-quiet">{t('asItRead')}</summary>
      {body}
    </details>
  )
}
