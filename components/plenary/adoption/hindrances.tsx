import { StatusWord } from '@/components/consolidation/facts/status-word'
import type { DeskItem } from '@/lib/consolidation/views'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The items for which the list can't be adopted yet, each a link to the page that settles it. */
export function AdoptionHindrances({
  items,
  withdrawn,
  slug,
}: {
  items: readonly DeskItem[]
  /** The ids of items that come from withdrawn proposals alone. */
  withdrawn: readonly string[]
  slug: string
}) {
  const t = translations('plenary')
  if (items.length === 0) return null
  return (
    <div className="mb-4">
      <p className="mb-2 font-semibold">{t('hindrances', { items: items.length })}</p>
      <ul className="grid gap-2 border-s-4 border-alarm ps-4">
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={paths.consolidatedItem(slug, item.id)}
              className="line-clamp-2 font-serif"
              dir="auto"
            >
              {itemNumber(item)} {item.text}
            </a>
            <span className="flex flex-wrap items-baseline gap-x-4 text-sm">
              <StatusWord status={item.status} adopted={false} />
              {item.objections > 0 && t('objectionsOf', { objections: item.objections })}
              {withdrawn.includes(item.id) && t('fromWithdrawn')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
