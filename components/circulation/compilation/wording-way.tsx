import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The way from a proposed wording to the items of the list that can take it, or why none can. */
export function WordingWay({
  place: { isCovered, itemIds },
  itemId,
  slug,
}: {
  place: { isCovered: boolean; itemIds: readonly string[] }
  /** The preliminary item for which the wording is proposed. */
  itemId: string
  slug: string
}) {
  const t = translations('compilation')
  if (itemIds.length === 0)
    return (
      <p className="no-print mt-2 max-w-prose text-sm text-quiet">
        {t(isCovered ? 'wordingWithoutItem' : 'wordingNotCovered')}
      </p>
    )
  return (
    <ul className="no-print mt-2 grid gap-1 text-sm">
      {itemIds.map((id, index) => (
        <li key={id}>
          <a href={`${paths.consolidatedItem(slug, id)}#from-${itemId}`}>
            {t('wordingToItem', { number: index + 1, of: itemIds.length })}
          </a>
        </li>
      ))}
    </ul>
  )
}
