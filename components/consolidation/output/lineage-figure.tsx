import { ChineseFont } from '@/components/text/chinese-font'
import type { Lineage } from '@/lib/consolidation/outputs/lineage/lineage'
import { lineageSvg } from '@/lib/consolidation/outputs/lineage/lineage-svg'
import { type LineageRow, lineageRows } from '@/lib/consolidation/outputs/lineage/lineage-labels'
import type { FigureWords } from '@/lib/consolidation/outputs/lineage/lineage-svg'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

/**
 * The fate of every item: a drawing with bands that link to their sets of items, and below it the same as a table,
 * which reads without the drawing. Both print.
 */
export function LineageFigure({
  lineage,
  words,
  slug,
}: {
  lineage: Lineage
  words: FigureWords
  slug: string
}) {
  const t = translations('outputs.lineageOf')
  const rows = lineageRows(lineage, words)
  return (
    <>
      {rows.some(({ items }) => items.some(({ language }) => language === 'zh')) && <ChineseFont />}
      {/* On a narrow screen the drawing keeps a readable size and is moved sideways. */}
      <section
        aria-label={t('figure')}
        tabIndex={0}
        className="overflow-x-auto print:overflow-visible"
        // lineageSvg escapes every word; the public page draws with the same function.
        dangerouslySetInnerHTML={{ __html: lineageSvg(lineage, words).text }}
      />
      <section aria-labelledby="bands" className="mt-12">
        <h2 id="bands" className="mb-4 break-after-avoid font-serif text-xl font-semibold">
          {t('table')}
        </h2>
        <table className="ledger ledger-stacked">
          <thead>
            <tr>
              <th className="w-1/4">{t('from')}</th>
              <th>{t('items')}</th>
              <th>{t('to')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LineageBandRow key={row.id} row={row} slug={slug} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

const LineageBandRow = ({
  row: { id, from, items, to },
  slug,
}: {
  row: LineageRow
  slug: string
}) => (
  <tr id={id} className="target:bg-accent-wash">
    <td className="max-sm:font-semibold">{from}</td>
    <td>
      <ul className="grid gap-1.5 max-sm:my-2">
        {items.map((item) => (
          <li key={item.id} className="grid grid-cols-[3rem_minmax(0,1fr)]">
            <span className="text-quiet">{item.number}</span>
            <span
              lang={item.language}
              dir={directionOf(item.language)}
              className="max-w-prose whitespace-pre-line font-serif"
            >
              {item.text}
            </span>
          </li>
        ))}
      </ul>
    </td>
    <td>
      <span aria-hidden className="text-quiet sm:hidden">
        →{' '}
      </span>
      {to.itemId ? (
        <a href={paths.consolidatedItem(slug, to.itemId)} className="way whitespace-nowrap">
          {to.label}
        </a>
      ) : (
        to.label
      )}
    </td>
  </tr>
)
