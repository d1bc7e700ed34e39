import { NamedItem } from '@/components/consolidation/named-item'
import { TextOfRecord } from '@/components/text/text-of-record'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import type { ItemOffList } from '@/lib/consolidation/desk/queries/off-list'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** An item that was taken off the list: its last words, by whom and when, and the items that use its sources now. */
export function ItemOffListPage({ item, slug }: { item: ItemOffList; slug: string }) {
  const t = translations('consolidation')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(slug), label: t('title') }]}
        title={t('gone.title')}
      >
        {t('gone.by', { name: item.by, time: printSeatTime(item.at) })}
      </PageHeading>
      <TextOfRecord document={item.body} language={item.language} />
      <section aria-labelledby="used-now" className="mt-8">
        <h2 id="used-now" className="mb-2 font-serif text-xl font-semibold">
          {t('gone.used')}
        </h2>
        {item.usedIn.length === 0 ? (
          <p className="text-quiet">{t('gone.unused')}</p>
        ) : (
          <ul className="grid gap-1">
            {item.usedIn.map((name) => (
              <li key={name.id}>
                <NamedItem item={name} slug={slug} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
