import type { CompilationOverview } from '@/lib/circulation/compilation/queries/overview'
import type { OutlineEntry } from '@/lib/circulation/compilation/views'
import { filterQuery, readFilter } from '@/lib/circulation/compilation/filter'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { SummaryBar } from './summary-bar'
import { targetName } from '@/lib/circulation/compilation/target-name'

/** All items in the order of print, and other commented targets, each with the room's view. */
export function Overview({
  overview,
  slug,
  circulationId,
}: {
  overview: CompilationOverview
  slug: string
  circulationId: string
}) {
  const t = translations('compilation')
  const entries = overview.entries.filter(
    ({ target, summary }) => target.kind === 'item' || summary.total > 0,
  )
  return (
    <ol className="grid gap-6">
      {entries.map((entry) => {
        const { key, language, text, summary } = entry
        return (
          <li key={key} className="min-w-0 border-t border-line pt-4">
            <h3 className="font-semibold">
              <a href={addressOf(entry, slug, circulationId)}>{targetName(entry)}</a>
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
            <SummaryBar summary={summary} isShort />
          </li>
        )
      })}
    </ol>
  )
}

function addressOf({ target }: OutlineEntry, slug: string, circulationId: string): string {
  if (target.kind === 'item') return paths.compiledItem(slug, circulationId, target.id)
  const query = filterQuery(readFilter({ target: target.kind }))
  return paths.compilation(slug, circulationId, query)
}
