import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { excerpt } from '@/lib/text/search/marks'
import { plainText, type TextDocument } from '@/lib/text/document/document'

/** A draft that can still be restored; the person who discarded it is named if known. */
type Discarded = {
  id: string
  body: TextDocument
  language: string
  discardedBy: string
  discardedAt: Date
}

/** The drafts that were discarded within a day, each with a way to put it back; the one of just now first. */
export function DiscardedDrafts({
  drafts,
  justNow,
  action,
}: {
  drafts: readonly Discarded[]
  /** The id of the draft that the reader has just discarded. */
  justNow: string | undefined
  action: FormAction
}) {
  const t = translations('drafts.discarded')
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="discarded" className="mt-12 max-w-3xl">
      <h2 id="discarded" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-sm text-quiet">{t('lead')}</p>
      <ul className="mt-3 border-t border-line">
        {drafts.map(({ id, body, language, discardedBy, discardedAt }) => (
          <li
            key={id}
            className={`grid gap-x-6 gap-y-1 items-center border-b border-line py-3 sm:grid-cols-[1fr_auto] ${
              id === justNow ? 'border-s-4 border-s-accent bg-accent-wash px-4' : ''
            }`}
          >
            <div className="min-w-0">
              <p className="text-sm text-quiet" role={id === justNow ? 'status' : undefined}>
                {id === justNow
                  ? t('now')
                  : t('by', { name: discardedBy || 'none', time: printSeatTime(discardedAt) })}
              </p>
              <p lang={language} dir="auto" className="max-w-prose break-words font-serif">
                {excerpt(plainText(body)).map(({ text }) => text)}
              </p>
            </div>
            <ActForm
              action={action}
              values={{ id }}
              button={t('putBack')}
              tone={id === justNow ? 'main' : 'quiet'}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
