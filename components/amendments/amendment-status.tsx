import type { PlacedAmendment } from '@/lib/amendments/negotiation/amended-view'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { LabelWord } from './label-word'

/** The state of an amendment on the present text, and its fate in revisions that joined some. */
export function AmendmentStatus({
  amendment,
  current,
  textAddress,
  desk,
}: {
  amendment: PlacedAmendment
  current: number
  /** The address of the present text with the amendment woven in. */
  textAddress: string
  /** The desk at which the reader's delegation decides it, if it does. */
  desk: string | null
}) {
  const t = translations('amendments.one')
  const ta = translations('amendments')
  const { label, withdrawnAt, decisions, decline } = amendment
  return (
    <>
      {!amendment.amends && !amendment.replacedBy && (
        <section aria-labelledby="status">
          <h2 id="status" className="mb-1 font-semibold">
            {t('onPresent', { number: current })}
          </h2>
          <LabelWord amendment={amendment} />
          {!withdrawnAt && decisions.length === 0 && <p>{ta(`labelMeans.${label}`)}</p>}
          {desk && (
            <a href={desk} className="button button-main no-print my-2">
              {ta('decideThis')}
            </a>
          )}
          {amendment.woven && (
            <a href={textAddress} className="way">
              {t('woven')}
            </a>
          )}
        </section>
      )}
      {decline && (
        <section aria-labelledby="declined">
          <h2 id="declined" className="mb-1 font-semibold">
            {t('decisions')}
          </h2>
          <p>{t('declined', { name: decline.name, time: printSeatTime(decline.at) })}</p>
          {decline.reason && (
            <p dir="auto" className="whitespace-pre-line break-words text-quiet">
              {decline.reason}
            </p>
          )}
        </section>
      )}
      {decisions.length > 0 && (
        <section aria-labelledby="decisions">
          <h2 id="decisions" className="mb-1 font-semibold">
            {t('decisions')}
          </h2>
          <ul className="grid gap-2">
            {decisions.map(({ revision, kind, reason }) => (
              <li key={revision}>
                {ta(`decisions.${kind}`, { revision })}
                {reason && (
                  <p dir="auto" className="whitespace-pre-line break-words text-quiet">
                    {reason}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
