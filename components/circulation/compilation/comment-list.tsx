'use client'

import type { ReactNode } from 'react'
import { directionOf } from '@/lib/text/locales'
import type { CommentWords, ShownComment } from './shown-comment'

/** Comments in their received form, with their outcome. Takes plain values: a page may have hundreds. */
export const CommentList = ({
  comments,
  words,
  address,
}: {
  comments: readonly ShownComment[]
  words: CommentWords
  /** Of one comment, without its id. */
  address: string
}) =>
  comments.map((comment) => (
    <CommentArticle key={comment.id} comment={comment} words={words} address={address} />
  ))

/** One of them; `children` stand under its response. */
export function CommentArticle({
  comment,
  words,
  address,
  isAlone = false,
  children,
}: {
  comment: ShownComment
  words: CommentWords
  /** Of one comment, without its id. */
  address: string
  /** Whether this is the page of the comment alone. */
  isAlone?: boolean
  children?: ReactNode
}) {
  const { id, name, lead, facts, marks, replacedBy, ended, waits } = comment
  const body = <Said comment={comment} words={words} />
  const hasWords = comment.text !== undefined || comment.wording !== undefined
  return (
    <article id={`comment-${id}`} className="compiled">
      {lead && <p className="compiled-facts">{lead}</p>}
      <div>
        <h3>{isAlone ? name : <a href={address + id}>{name}</a>}</h3>
        <p className="compiled-facts">{facts}</p>
        {marks?.map((mark) => (
          <p key={mark} className="compiled-mark">
            {mark}
          </p>
        ))}
        {replacedBy && (
          <p className="compiled-mark">
            <a href={address + replacedBy}>{words.replaced}</a>
          </p>
        )}
        {ended && hasWords ? (
          <details>
            <summary>{words.asItRead}</summary>
            {body}
          </details>
        ) : (
          body
        )}
      </div>
      <div>
        {waits && <p className="compiled-facts">{words.noResponse}</p>}
        <Became comment={comment} />
        {children}
      </div>
    </article>
  )
}

function Said({ comment, words }: { comment: ShownComment; words: CommentWords }) {
  const { passage, text, wording, lang = 'en', itemLang = 'en' } = comment
  const ofItem = { lang: itemLang, dir: directionOf(itemLang) }
  return (
    <>
      {passage && (
        <blockquote {...ofItem} className="comment-quote">
          {passage}
        </blockquote>
      )}
      {text && (
        <p lang={lang} dir={directionOf(lang)} className="compiled-words">
          {text}
        </p>
      )}
      {wording && (
        <>
          <p className="compiled-facts">{words.proposed}</p>
          <p {...ofItem} className="compiled-wording">
            {wording.map(({ text: run, change }, index) =>
              change === 'inserted' ? (
                <ins key={index}>{run}</ins>
              ) : change === 'deleted' ? (
                <del key={index}>{run}</del>
              ) : (
                run
              ),
            )}
          </p>
        </>
      )}
    </>
  )
}

function Became({ comment: { response, draft, taken, reply } }: { comment: ShownComment }) {
  return (
    <>
      {draft && (
        <div className="compiled-draft">
          <p className="compiled-facts">{draft.lead}</p>
          {draft.outcome && <strong>{draft.outcome}</strong>}
          <p dir="auto" className="compiled-words">
            {draft.text}
          </p>
        </div>
      )}
      {response && (
        <p>
          <strong>{response.outcome}</strong> <small>{response.time}</small>
        </p>
      )}
      {response?.text && (
        <p dir="auto" className="compiled-words">
          {response.text}
        </p>
      )}
      {taken && <p className="compiled-facts">{taken}</p>}
      {reply && (
        <div className="compiled-reply">
          <p>
            <strong>{reply.lead}</strong> <small>{reply.time}</small>
          </p>
          {reply.text && (
            <p dir="auto" className="compiled-words">
              {reply.text}
            </p>
          )}
        </div>
      )}
    </>
  )
}
