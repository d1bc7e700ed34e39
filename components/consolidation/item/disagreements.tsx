import { printSeatTime } from '@/lib/clock'
import type { StatedDisagreement } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

/** The disagreements of States that stand against an item, each with its State; nothing if there is none. */
export function Disagreements({
  disagreements,
  wording,
}: {
  disagreements: readonly StatedDisagreement[]
  /** The present wording. */
  wording: number
}) {
  const t = translations('consolidation.disagreements')
  if (disagreements.length === 0) return null
  return (
    <section aria-labelledby="disagreements">
      <h2 id="disagreements" className="mb-2 font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-4">
        {disagreements.map((disagreement) => (
          <li key={disagreement.id} className="border-s-4 border-alarm ps-4">
            <p className="font-semibold">
              {disagreement.delegationName}{' '}
              <span className="text-sm font-normal text-quiet">
                {t(
                  disagreement.wording === null
                    ? 'aside'
                    : disagreement.wording === wording
                      ? 'with'
                      : 'older',
                  {
                    wording: disagreement.wording ?? 0,
                    time: printSeatTime(disagreement.statedAt),
                  },
                )}
              </span>
            </p>
            <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
              {disagreement.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
