import type { BeforeOpening } from '@/lib/circulation/before-opening'
import { printDate, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { listed } from '@/lib/text/apart'

/** The Secretariat's check before the letters go out: their number, missing contacts, and doubts. */
export function OpeningCheck({ check, addressees }: { check: BeforeOpening; addressees: number }) {
  const t = translations('circulationCheck')
  const { letters, withoutContact, onWeekend, isShort, postedBefore, afterFirstDay } = check
  const oddities = [
    ...(withoutContact.length > 0
      ? [t('withoutContact', { count: withoutContact.length, names: listed(withoutContact) })]
      : []),
    ...(onWeekend ? [t('onWeekend')] : []),
    ...(isShort ? [t('isShort')] : []),
    ...(afterFirstDay ? [t('isAfterFirstDay', { day: printDate(afterFirstDay) })] : []),
    ...(postedBefore ? [t('isPostedBefore', { time: printSeatTime(postedBefore) })] : []),
  ]
  return (
    <>
      <p className="mt-6 text-lg">{t('letters', { letters, addressees })}</p>
      {oddities.length > 0 && (
        <section aria-labelledby="odd" className="mt-6 max-w-3xl">
          <h2 id="odd" className="mb-2 font-semibold">
            {t('odd')}
          </h2>
          <ul className="grid list-disc gap-1 ps-5">
            {oddities.map((oddity) => (
              <li key={oddity}>{oddity}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
