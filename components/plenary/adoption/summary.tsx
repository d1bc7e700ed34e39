import type { ReactNode } from 'react'
import { Consequences } from '@/components/ui/check-page'
import { ordinalWord } from '@/lib/clock'
import { outcomeKinds, statusKinds } from '@/lib/consolidation/kinds'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { type DeskItem, placeOnList } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { AdoptionView, DisagreedAside } from '@/lib/plenary/adoption-queries'
import { listed } from '@/lib/text/apart'

/** The contents of the adoption in figures, and its oddities. */
export function AdoptionSummary({
  adoption,
  slug,
  children,
}: {
  adoption: AdoptionView
  slug: string
  /** The content below the figures. */
  children?: ReactNode
}) {
  const t = translations('adopting')
  const tc = translations('consolidation')
  const { statuses, coverage, lists, odd, items } = adoption
  return (
    <div className="grid max-w-3xl gap-8">
      <Figures
        title={t('items', { items })}
        rows={statusKinds
          .filter((kind) => statuses[kind] > 0)
          .map((kind) => [
            kind === 'pending'
              ? t('neverTakenUp')
              : translations('consolidation')(`statuses.${kind}`),
            statuses[kind],
          ])}
      />
      <Figures
        title={t('sources', { items: coverage.total })}
        rows={[
          ...outcomeKinds
            .filter((kind) => coverage.counts[kind] > 0)
            .map((kind): [string, number] => [tc(`outcomes.${kind}`), coverage.counts[kind]]),
          ...(coverage.open.length > 0
            ? [[tc('outcomes.none'), coverage.open.length] as [string, number]]
            : []),
        ]}
      >
        <p className="text-sm text-quiet">
          {lists.length > 0
            ? translations('coveredLists')('covers', {
                sessions: lists.map(({ ordinal }) => ordinalWord(ordinal)).join(', '),
              })
            : translations('coveredLists')('coversNothing')}
        </p>
      </Figures>
      {children}
      <Odd title={t('odd.neverTakenUp')} items={pending(adoption)} slug={slug} />
      <Odd title={t('odd.adReferendum')} items={odd.adReferendum} slug={slug} />
      <Odd title={t('odd.bracketed')} items={odd.bracketed} slug={slug} />
      <Odd title={t('odd.typed')} items={odd.typed} slug={slug} />
      <Odd title={t('odd.withoutSource')} items={odd.withoutSource} slug={slug} />
      <Odd title={t('odd.disagreedWith')} items={odd.disagreedWith} slug={slug} />
      <AsideDisagreements disagreed={odd.disagreedAside} />
      <Odd
        title={t('odd.naming')}
        items={odd.naming.map(({ item }) => item)}
        notes={odd.naming.map(({ states }) => listed(states))}
        slug={slug}
      />
      <Odd
        title={t('odd.unprintable')}
        items={odd.unprintable.map(({ item }) => item)}
        notes={odd.unprintable.map(({ letters }) => letters.slice(0, 20).join(' '))}
        slug={slug}
      />
      <Consequences
        title={t('then')}
        sentences={[t('thenFixed'), t('thenPublic'), t('thenTold')]}
      />
    </div>
  )
}

/** Who disagrees with what was set aside, in its own words. */
function AsideDisagreements({ disagreed }: { disagreed: readonly DisagreedAside[] }) {
  const t = translations('adopting')
  const tc = translations('consolidation')
  if (disagreed.length === 0) return null
  return (
    <section className="border-s-4 border-accent bg-accent-wash px-4 py-3">
      <h2 className="font-semibold">
        {t('odd.disagreedAside')} ({disagreed.length})
      </h2>
      <ul className="mt-1 grid gap-3 text-sm">
        {disagreed.map(({ source, by }) => (
          <li key={source.id}>
            <p>
              {tc('sessionOf', { session: ordinalWord(source.sessionOrdinal) })},{' '}
              {placeOnList(source)} · {tc(`outcomes.${source.outcome ?? 'none'}`)}
            </p>
            {by.map(({ id, delegationName, text }) => (
              <p key={id} dir="auto" className="whitespace-pre-line break-words">
                <b>{delegationName}:</b> {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

const pending = ({ list }: AdoptionView): DeskItem[] =>
  list.headings.flatMap(({ items }) => items).filter(({ status }) => status === 'pending')

const Figures = ({
  title,
  rows,
  children,
}: {
  title: string
  rows: readonly (readonly [string, number])[]
  children?: ReactNode
}) => (
  <section>
    <h2 className="font-serif text-xl font-semibold">{title}</h2>
    {children}
    <dl className="mt-2 grid max-w-md grid-cols-[1fr_auto]">
      {rows.map(([label, count]) => (
        <div key={label} className="contents">
          <dt className="border-t border-line py-1">{label}</dt>
          <dd className="border-t border-line py-1 ps-6 text-end tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const SHOWN = 20

function Odd({
  title,
  items,
  notes = [],
  slug,
}: {
  title: string
  items: readonly DeskItem[]
  /** The oddities of each, in the same order. */
  notes?: readonly string[]
  slug: string
}) {
  if (items.length === 0) return null
  return (
    <section className="border-s-4 border-accent bg-accent-wash px-4 py-3">
      <h2 className="font-semibold">
        {title} ({items.length})
      </h2>
      <ul className="mt-1 grid gap-1 text-sm">
        {items.slice(0, SHOWN).map((item, index) => (
          <li key={item.id}>
            <a href={paths.consolidatedItem(slug, item.id)} className="line-clamp-1" dir="auto">
              {itemNumber(item)} {item.text}
            </a>
            {notes[index] && <bdi>{notes[index]}</bdi>}
          </li>
        ))}
        {items.length > SHOWN && <li>…</li>}
      </ul>
    </section>
  )
}
