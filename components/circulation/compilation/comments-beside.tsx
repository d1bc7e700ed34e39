import { AskedField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { Difference } from '@/components/text/difference'
import type { CommentBeside } from '@/lib/circulation/compilation/queries/beside'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { writtenLanguage } from '@/lib/text/language'
import { directionOf } from '@/lib/text/locales'

/** The target of a proposed wording: the consolidated item with its present words. */
type TakesWording = { itemId: string; text: string; wording: number; action: FormAction }

/** The circulation's comments on a preliminary item: a count that opens the list. Empty without comments. */
export function CommentsBeside({
  comments,
  itemId,
  slug,
  text,
  language,
  take,
}: {
  comments: readonly CommentBeside[]
  itemId: string
  slug: string
  /** The text of the preliminary item, and its language. */
  text: string
  language: string
  /** Null outside the work on the list. */
  take: TakesWording | null
}) {
  const t = translations('compilation')
  const tc = translations('comments')
  const itemComments = comments.filter((comment) => comment.itemId === itemId)
  if (itemComments.length === 0) return null
  return (
    <details className="mt-2 border-s-2 border-line ps-3 text-sm">
      <summary className="cursor-pointer py-1 text-accent">
        {t('beside', { count: itemComments.length })}
      </summary>
      <ul className="grid gap-4 py-2">
        {itemComments.map(({ id, circulationId, name, position, category, ...comment }) => (
          <li key={id}>
            <p>
              <a href={paths.compiledComment(slug, circulationId, id)} className="font-semibold">
                {name}
              </a>{' '}
              <span className="text-quiet">
                {[tc(`positions.${position}`), tc(`categories.${category}`)].join(' · ')}
                {comment.response && ` · ${t(`outcomes.${comment.response.outcome}`)}`}
              </span>
            </p>
            {comment.text && (
              <p
                lang={writtenLanguage(comment.text, comment.language)}
                dir={directionOf(writtenLanguage(comment.text, comment.language))}
                className="max-w-prose whitespace-pre-line"
              >
                {comment.text}
              </p>
            )}
            {comment.wordingText !== null && (
              <Proposed
                comment={{ id, name, language, wordingText: comment.wordingText }}
                text={text}
                slug={slug}
                take={take}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A proposed wording, marked against the item that it was made for, or against the item into which it can be taken. */
function Proposed({
  comment: { id, name, language, wordingText },
  text,
  slug,
  take,
}: {
  comment: { id: string; name: string; language: string; wordingText: string }
  text: string
  slug: string
  take: TakesWording | null
}) {
  const t = translations('compilation')
  return (
    <div className="mt-1">
      <p
        lang={language}
        dir={directionOf(language)}
        className="max-w-prose whitespace-pre-line font-serif"
      >
        <Difference base={take?.text ?? text} next={wordingText} locale={language} />
      </p>
      {take && take.text !== wordingText && (
        <Form action={take.action} className="no-print mt-1 grid justify-items-start gap-2">
          <HiddenValues
            values={{ slug, id: take.itemId, commentId: id, baseNumber: take.wording }}
          />
          <AskedField name="wholeConfirmed" label={t('takeWhole')} />
          <SubmitButton tone="quiet" label={t('takeOf', { name })}>
            {t('take')}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}
