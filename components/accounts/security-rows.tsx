import type { ReactNode } from 'react'
import type { SecurityLine } from '@/lib/auth/security/queries'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The sentence that the person was shown, where the detail is the key of a refusal without values. */
function detailInWords(detail: string): ReactNode {
  const t = translations('refusals')
  const sentence: unknown = t.has(detail) ? t.raw(detail) : null
  const isWhole = typeof sentence === 'string' && !sentence.includes('{')
  return isWhole ? `“${t(detail)}”` : <code>{detail}</code>
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
