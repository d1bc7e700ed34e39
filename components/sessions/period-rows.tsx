import { printSeatTime } from '@/lib/clock'
import type { PeriodExtension, PeriodLine } from '@/lib/sessions/overview-queries'
import { translations } from '@/lib/messages'
import { Empty } from '@/components/ui/empty'
import { StateWord } from '@/components/ui/state-word'
import { apart } from '@/lib/text/apart'

/** Every period that a session had, the latest first, with its earlier deadlines, in the seat's time. */
export function PeriodRows({
  periods,
  extensions,
}: {
  periods: readonly PeriodLine[]
  /** By the ids of the periods. */
  extensions: ReadonlyMap<string, readonly PeriodExtension[]>
}) {
  const t = translations('periodsForm')
  const words = translations('overview.period')
  if (periods.length === 0) return <Empty title={t('none')}>{t('noneHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('all')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('opened')}</th>
          <th scope="col">{t('deadline')}</th>
          <th scope="col">{t('ended')}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ id, kind, open, openedAt, openUntil, closedAt }) => (
          <tr key={id}>
            <td className="font-semibold">{words(kind)}</td>
            <td>
              <span className="text-quiet sm:hidden">{t('opened')}: </span>
              {printSeatTime(openedAt)}
            </td>
            <td>
              <span className="text-quiet sm:hidden">{t('deadline')}: </span>
              {printSeatTime(openUntil)}
              <Extensions extensions={extensions.get(id) ?? []} />
            </td>
            <td>
              {open ? (
                <StateWord shape="open">{t('stateOpen')}</StateWord>
              ) : (
                <>
                  <StateWord shape="ended">{t('stateClosed')}</StateWord>{' '}
                  <span className="text-sm text-quiet">{printSeatTime(closedAt ?? openUntil)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The earlier deadlines of a period, and how each was extended. */
export function Extensions({ extensions }: { extensions: readonly PeriodExtension[] }) {
  const t = translations('periodsForm')
  if (extensions.length === 0) return null
  return (
    <ol className="grid gap-1 text-sm text-quiet">
      {extensions.map(({ extendedAt, before, until, reason }) => (
        <li key={extendedAt.toISOString()}>
          {t('extension', {
            before: printSeatTime(before),
            time: printSeatTime(extendedAt),
            until: printSeatTime(until),
          })}
          {reason && ` ${t('because', { reason: apart(reason) })}`}
        </li>
      ))}
    </ol>
  )
}
