import { X } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { labelOf } from '@/components/consolidation/panel/basis'
import { type Fact, Facts, ItemBody } from '@/components/consolidation/facts/facts'
import { shownSource, sourceLinks } from '@/components/consolidation/facts/shown-items'
import { ClientMessages } from '@/components/messages/client-messages'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import type { CountBeside } from '@/lib/circulation/compilation/queries/beside'
import { ordinalWord } from '@/lib/clock'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { DESK_PAGE } from '@/lib/consolidation/page-size'
import type { DeskChoices, DeskFilter, DeskSource } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { DeskFilterForm, type FilterList } from './desk-filter'
import { SourceRow } from './desk-rows'
import { TickAll } from './tick-all'
import { firstWords } from '@/lib/text/first-words'

/**
 * The accumulated items of all sessions: narrowed by the filter in the address, ticked or dragged, and moved to a place
 * where they become an item or get another outcome. Needs no script.
 */
export function DeskSources({
  sources,
  total,
  slug,
  filter,
  choices,
  page,
  address,
  works,
  comments,
}: {
  sources: readonly DeskSource[]
  total: number
  slug: string
  filter: DeskFilter
  choices: DeskChoices
  page: number
  address: (changes: Record<string, string>) => string
  /** Whether this reader settles items here, and the list is not adopted. */
  works: boolean
  /** The number of comments on each of them. */
  comments: readonly CountBeside[]
}) {
  const t = translations('consolidation')
  const lists = filterLists(filter, choices)
  return (
    <section aria-labelledby="accumulated" className="min-w-0">
      <h2 id="accumulated" className="mb-4 font-serif text-xl font-semibold">
        {t('accumulated')}
      </h2>
      {sources.some(({ language }) => language === 'zh') && <ChineseFont />}
      <ClientMessages namespaces={['consolidation.desk.filter']}>
        <DeskFilterForm words={filter.words} lists={lists} address={paths.consolidation(slug)} />
      </ClientMessages>
      <FilterChips filter={filter} lists={lists} address={address} />
      <p className="no-print mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <span className="text-quiet">{t('matching', { count: total })}</span>
        {works && (
          <span className="flex flex-wrap items-baseline gap-x-4">
            {total > 0 && <TickAll count={total} />}
            <a href={paths.similarSets(slug)}>{t('sets.way')}</a>
          </span>
        )}
      </p>
      {total === 0 ? (
        <Empty title={t('noSources')}>{t('noSourcesHint')}</Empty>
      ) : (
        <ol className="grid gap-4">
          {sources.map((source) => {
            const item = shownSource(source)
            const links = [
              ...sourceLinks(source, slug, works),
              ...commentLinks(source.id, comments, slug),
            ]
            return works ? (
              <SourceRow
                key={source.id}
                item={item}
                links={links}
                label={labelOf(source)}
                chooseName={t('choose', { text: firstWords(source.text) })}
                carryName={t('desk.carrySource')}
                fold={{ more: t('more'), less: t('less') }}
              />
            ) : (
              <li key={source.id} id={`source-${source.id}`} className="scroll-mt-4">
                <article>
                  <ItemBody item={item} />
                  <p className="no-print item-facts">
                    <Facts facts={links} />
                  </p>
                </article>
              </li>
            )
          })}
        </ol>
      )}
      <PagesNav
        label={t('pages')}
        page={page}
        pages={Math.ceil(total / DESK_PAGE)}
        address={(number) => address({ page: String(number) })}
      />
    </section>
  )
}

/** The links to the comments on a preliminary item. */
function commentLinks(id: string, comments: readonly CountBeside[], slug: string): Fact[] {
  const t = translations('compilation')
  const onItem = comments.filter(({ itemId }) => itemId === id)
  // One list can be circulated twice.
  const key = onItem.length > 1 ? 'besideCountIn' : 'besideCount'
  return onItem.map(({ circulationId, title, count }) => ({
    kind: 'link',
    href: paths.compiledItem(slug, circulationId, id),
    text: t(key, { count, title }),
  }))
}

/** The lists of the filter, with the chosen option of each. */
export function filterLists(
  filter: DeskFilter,
  { sessions, topics, states }: DeskChoices,
): (FilterList & { name: 'outcome' | 'session' | 'topic' | 'state' })[] {
  const t = translations('consolidation')
  const asChoice = (name: string) => ({ value: name, label: name })
  const lists = [
    {
      name: 'outcome',
      label: t('outcome'),
      choices: ['none' as const, ...outcomeKinds].map((kind) => ({
        value: kind,
        label: t(`outcomes.${kind}`),
      })),
    },
    {
      name: 'session',
      label: t('session'),
      choices: sessions.map(({ slug, ordinal }) => ({ value: slug, label: ordinalWord(ordinal) })),
    },
    { name: 'topic', label: t('topic'), choices: topics.map(asChoice) },
    { name: 'state', label: t('state'), choices: states.map(asChoice) },
  ] as const
  return lists.map(({ name, label, choices }) => ({
    name,
    label,
    chosen: filter[name] ?? '',
    choices: [{ value: '', label: t('every') }, ...choices],
  }))
}

/** The active filters, each with a link that removes it. */
function FilterChips({
  filter,
  lists,
  address,
}: {
  filter: DeskFilter
  lists: ReturnType<typeof filterLists>
  address: (changes: Record<string, string>) => string
}) {
  const t = translations('consolidation')
  const chips = [
    ...(filter.words ? [{ name: 'words', text: `“${filter.words}”` }] : []),
    ...lists.flatMap(({ name, label, chosen, choices }) => {
      const choice = choices.find(({ value }) => value !== '' && value === chosen)
      return choice ? [{ name, text: `${label}: ${choice.label}` }] : []
    }),
  ]
  if (chips.length === 0) return null
  return (
    <ul className="no-print mb-3 flex flex-wrap gap-2 text-sm">
      {chips.map(({ name, text }) => (
        <li key={name} className="min-w-0">
          <a
            href={address({ [name]: '' })}
            aria-label={t('takeFilterOff', { filter: text })}
            className="flex items-center gap-1.5 rounded-full border border-line-strong bg-sheet px-3 py-0.5 text-ink no-underline hover:border-accent hover:text-accent"
          >
            <span className="min-w-0 truncate">{text}</span>
            <Icon of={X} size={14} className="shrink-0" />
          </a>
        </li>
      ))}
    </ul>
  )
}
