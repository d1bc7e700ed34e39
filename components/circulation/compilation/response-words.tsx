import { printSeatTime } from '@/lib/clock'
import { type CompiledComment, counts } from '@/lib/circulation/compilation/views'
import { translations } from '@/lib/messages'

/** What became of a comment: the outcome, the response, the commenter's reply; or that it waits. */
export function ResponseWords({ comment }: { comment: CompiledComment }) {
  const t = translations('compilation')
  const { response, draft, name } = comment
  if (!response)
    return counts(comment) ? (
      <>
        <p className="text-sm text-quiet">{t('noResponse')}</p>
        {draft && (
          <div className="mt-1 border-s-2 border-dashed border-line-strong ps-3 text-sm">
            <p className="text-quiet">{t('inTheMaking', { name: draft.writtenBy })}</p>
            {draft.outcome && <p className="font-semibold">{t(`outcomes.${draft.outcome}`)}</p>}
            <p dir="auto" className="whitespace-pre-line">
              {draft.text}
            </p>
          </div>
        )}
      </>
    ) : null
  const { outcome, text, reply, replyText, repliedAt, releasedAt } = response
  return (
    <>
      <p>
        <strong className="font-semibold">{t(`outcomes.${outcome}`)}</strong>{' '}
        <span className="text-sm text-quiet">{printSeatTime(releasedAt)}</span>
      </p>
      {text && (
        <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line">
          {text}
        </p>
      )}
      {reply && repliedAt && (
        <div className="mt-2 border-s-2 border-line ps-3 text-sm">
          <p className="font-semibold">
            {t(`replies.${reply}`, { name })}{' '}
            <span className="font-normal text-quiet">{printSeatTime(repliedAt)}</span>
          </p>
          {replyText && (
            <p dir="auto" className="whitespace-pre-line">
              {replyText}
            </p>
          )}
        </div>
      )}
    </>
  )
}
