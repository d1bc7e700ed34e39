import { StateWord } from '@/components/ui/state-word'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { ImportRow } from '@/lib/proposals/import/queries'

/** The imported files, the latest first, and the result of each. */
export function ImportRows({ imports }: { imports: readonly ImportRow[] }) {
  const t = translations('imports')
  return (
    <ul className="border-t border-line-strong">
      {imports.map((row) => (
        <li key={row.id} className="border-b border-line py-3">
          <a href={paths.import(row.id)} className="break-words font-semibold">
            {row.fileName}
          </a>
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-quiet">
            <State row={row} />
            {row.faults > 0
              ? t('faults', { count: row.faults })
              : t('itemCount', { count: row.items })}
            <span>
              {t('keptBy', {
                time: printSeatTime(row.createdAt),
                name: row.createdBy || t('operator'),
              })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function State({ row }: { row: ImportRow }) {
  const t = translations('imports')
  if (row.discardedAt) return <StateWord shape="ended">{t('discarded')}</StateWord>
  if (!row.issuedAt || !row.sessionSlug) return <StateWord shape="none">{t('draft')}</StateWord>
  return (
    <span>
      <StateWord shape="done">{t('issued')}</StateWord>{' '}
      <a href={paths.list(row.sessionSlug)}>
        {t('listOf', { session: ordinalWord(row.sessionOrdinal ?? 0) })}
      </a>
    </span>
  )
}
