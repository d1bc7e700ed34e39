import { paths } from '@/lib/paths'
import type { ContentsItem, ContentsList } from '@/lib/circulation/comments/reading/views'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The mark of an item in the contents, for eyes and ears. */
function markOf({ isLookedAt, inHand, released }: ContentsItem): [sign: string, key: string] {
  if (inHand > 0) return ['✎', 'hand']
  if (released > 0) return ['✓', 'released']
  return isLookedAt ? ['·', 'looked'] : ['○', 'unlooked']
}

/** The circulated lists with their headings and items, marked with the delegation's acts. */
export function Contents({
  lists,
  circulation,
  current,
}: {
  lists: readonly ContentsList[]
  circulation: { id: string; slug: string; delegation: unknown }
  /** The item that is read. */
  current: string | null
}) {
  const t = translations('circulationComments')
  return (
    <nav aria-label={t('contents')} className="grid gap-5 text-sm">
      {lists.map((list) => (
        <section key={list.id} className="grid gap-3">
          <h2 className="font-semibold">
            {sessionName(list)}
            {list.symbol && <span className="block text-xs text-quiet">{list.symbol}</span>}
          </h2>
          {list.headings.map((heading) => (
            <div key={heading.id}>
              <h3 className="mb-1 text-quiet">{heading.title}</h3>
              <ul className="flex flex-wrap gap-1 lg:grid lg:gap-0">
                {heading.items.map((item) => (
                  <li key={item.id}>
                    <Entry item={item} circulation={circulation} isCurrent={item.id === current} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </nav>
  )
}

function Entry({
  item,
  circulation: { id, slug, delegation },
  isCurrent,
}: {
  item: ContentsItem
  circulation: { id: string; slug: string; delegation: unknown }
  isCurrent: boolean
}) {
  const t = translations('circulationComments')
  const [sign, key] = markOf(item)
  return (
    <a
      href={paths.circulationComments(slug, id, item.id)}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex min-h-9 items-center gap-2 rounded-md px-2 hover:bg-sunk aria-[current]:bg-accent-wash aria-[current]:font-semibold"
    >
      {delegation !== null && (
        <span aria-hidden className="w-4 text-center text-quiet">
          {sign}
        </span>
      )}
      <span>{item.number ? t('item', { number: item.number }) : t('itemPlain')}</span>
      {delegation !== null && <span className="sr-only">{t(`marks.${key}`)}</span>}
    </a>
  )
}
