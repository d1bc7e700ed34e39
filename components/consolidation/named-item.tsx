import { ordinalWord } from '@/lib/clock'
import type { ItemName } from '@/lib/consolidation/item-name'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** An item by its number and first words, leading to it. */
export function NamedItem({
  item: { id, number, words, language = 'en', source = null },
  slug,
}: {
  item: Pick<ItemName, 'id' | 'number' | 'words'> & Partial<ItemName>
  slug: string
}) {
  const t = translations('consolidation')
  const href = source
    ? `${paths.list(source.slug)}#item-${id}`
    : number
      ? paths.consolidatedItem(slug, id)
      : null
  const session = source && t('sessionOf', { session: ordinalWord(source.ordinal) })
  const name = (
    <>
      {[session, number || t('offTheList')].filter(Boolean).join(', ')}{' '}
      <span lang={language} dir="auto">
        “{words}”
      </span>
    </>
  )
  return href ? <a href={href}>{name}</a> : <span className="text-quiet">{name}</span>
}
