import { StateWord } from '@/components/ui/state-word'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ImportRow } from '@/lib/proposals/import/queries'

/** The files that were taken in, the latest first, and what became of each. */
export function ImportRows({ imports }: { imports: readonly ImportRow[] }) {
  const t = translations('imports')
  return (
    <ul className="border-t border-line-strong">
      {imports.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          <a href={paths.import(one.id)} className="break-words font-semibold">
            {one.fileName}
          </a>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-quiet">
            <State one={one} />
            {one.faults > 0
              ? t('faults', { count: one.faults })
              : t('itemCount', { count: one.items })}
            <span>
              {t('keptBy', {
                time: printSeatTime(one.createdAt),
                name: one.createdBy || t('operator'),
              })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function State({ one }: { one: ImportRow }) {
  const t = translations('imports')
  if (one.discardedAt) return <StateWord shape="ended">{t('discarded')}</StateWord>
  if (!one.issuedAt || !one.sessionSlug) return <StateWord shape="none">{t('draft')}</StateWord>
  return (
    <span>
      <StateWord shape="done">{t('issued')}</StateWord>{' '}
      <a href={paths.list(one.sessionSlug)}>
        {t('listOf', { session: ordinalWord(one.sessionOrdinal ?? 0) })}
      </a>
    </span>
  )
}
