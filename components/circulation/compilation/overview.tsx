import type { OverviewRow } from '@/lib/circulation/compilation/overview-rows'
import type { OutlineEntry } from '@/lib/circulation/compilation/views'
import { filterQuery, readFilter } from '@/lib/circulation/compilation/filter'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { SummaryBar } from './summary-bar'
import { targetName } from '@/lib/circulation/compilation/target-name'

type Summarized = OverviewRow['entries'][number]

/** Items in the order of print, and other commented targets, each with the room's view; uncommented ones fold. */
export function Overview({
  rows,
  slug,
  circulationId,
}: {
  rows: readonly OverviewRow[]
  slug: string
  circulationId: string
}) {
  const t = translations('compilation')
  const entry = (shown: Summarized) => (
    <Entry key={shown.key} entry={shown} address={addressOf(shown, slug, circulationId)} />
  )
  return (
    <ol className="grid gap-6">
      {rows.map(({ entries, isUncommented }) =>
        isUncommented ? (
          <li key={entries[0]!.key} className="min-w-0 border-t border-line pt-4">
            <details>
              <summary className="cursor-pointer text-quiet">
                {t('uncommentedItems', {
                  count: entries.length,
                  first: numberOf(entries[0]!),
                  last: numberOf(entries.at(-1)!),
                })}
              </summary>
              <ol className="mt-4 grid gap-6">{entries.map(entry)}</ol>
            </details>
          </li>
        ) : (
          entries.map(entry)
        ),
      )}
    </ol>
  )
}

const numberOf = (entry: Summarized): string => entry.number || targetName(entry)

function Entry({ entry, address }: { entry: Summarized; address: string }) {
  const t = translations('compilation')
  const { language, text, summary } = entry
  return (
    <li className="min-w-0 border-t border-line pt-4">
      <h3 className="font-semibold">
        <a href={address}>{targetName(entry)}</a>
      </h3>
      {text && (
        <p
          lang={language}
          dir={directionOf(language)}
          className="line-clamp-2 max-w-prose font-serif"
        >
          {text}
        </p>
      )}
      <p className="mb-1 text-sm text-quiet">
        {t('stands', { count: summary.total, open: summary.total - summary.answered })}
      </p>
      <div className="max-w-prose">
        <SummaryBar summary={summary} isShort />
      </div>
    </li>
  )
}

function addressOf({ target }: OutlineEntry, slug: string, circulationId: string): string {
  if (target.kind === 'item') return paths.compiledItem(slug, circulationId, target.id)
  const query = filterQuery(readFilter({ target: target.kind }))
  return paths.compilation(slug, circulationId, query)
}
