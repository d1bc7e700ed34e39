import type { ReactNode } from 'react'
import { securityDetails } from '@/lib/auth/security/events'
import type { SecurityLine } from '@/lib/auth/security/queries'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** A known detail in its words, a refusal by the sentence that the person was shown, with “…” for its values. */
function detailInWords(detail: string): ReactNode {
  const known = securityDetails.find((each) => each === detail)
  if (known) return translations('security.details')(known)
  const t = translations('refusals')
  const raw: unknown = t.has(detail) ? t.raw(detail) : null
  const sentence = typeof raw === 'string' ? raw.replace(/\{\w+\}/g, '…') : '{'
  return sentence.includes('{') ? <code>{detail}</code> : `“${sentence}”`
}

/** Entries of the security log, the latest first. */
export function SecurityRows({ lines }: { lines: readonly SecurityLine[] }) {
  const t = translations('security')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('event')}</th>
          <th scope="col">{t('from')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, at, event, person, byPerson, network, detail }) => (
          <tr key={String(id)}>
            <td className="text-quiet sm:w-44">
              <time dateTime={at.toISOString()}>{printSeatTime(at)}</time>
            </td>
            <td>
              {person ? (
                <a href={paths.accountOf(person.id)} className="font-semibold">
                  {person.name}
                </a>
              ) : (
                <span className="text-quiet">{t('unknown')}</span>
              )}
            </td>
            <td>
              {t(`events.${event}`)} {byPerson && t('by', { name: byPerson.name })}
              {detail && <p className="text-xs text-quiet">{detailInWords(detail)}</p>}
            </td>
            <td className="break-all text-sm text-quiet">{network}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
