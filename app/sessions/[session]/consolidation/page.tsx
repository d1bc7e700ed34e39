import type { Metadata } from 'next'
import { CompilationWays } from '@/components/circulation/compilation/ways'
import { ClientMessages } from '@/components/messages/client-messages'
import type { ReactNode } from 'react'
import { Adoption } from '@/components/consolidation/output/adoption'
import { ConsolidatedList } from '@/components/consolidation/board/consolidated-list'
import { CoverageBar } from '@/components/consolidation/coverage-bar'
import { CoveredLists } from '@/components/consolidation/covered-lists'
import { DeskBoard } from '@/components/consolidation/board/desk-board'
import { DESK_FORM } from '@/components/consolidation/bar/desk-form'
import { DeskMemory } from '@/components/consolidation/bar/desk-memory'
import { DeskPanel } from '@/components/consolidation/panel/desk-panel'
import { DeskSources } from '@/components/consolidation/board/desk-sources'
import { ListPages } from '@/components/consolidation/list-pages'
import { OutputWays } from '@/components/consolidation/output/output-ways'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { actInWords, RecentActs } from '@/components/consolidation/board/recent-acts'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { SessionLive } from '@/components/live/session-live'
import { PageHeading } from '@/components/ui/page-heading'
import { AdoptionHindrances } from '@/components/plenary/adoption/hindrances'
import { countCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { listCompilations } from '@/lib/circulation/compilation/queries/overview'
import { page } from '@/lib/http/access'
import { ordinalFigure, printSeatTime } from '@/lib/clock'
import { listRecentActs } from '@/lib/consolidation/desk/queries/undo-queries'
import type { DeskItem, RecentAct } from '@/lib/consolidation/views'
import { findConsolidatedList, findPageOfList } from '@/lib/consolidation/desk/queries/list-queries'
import {
  canAdoptList,
  canOpenConsolidation,
  canReadDesk,
  canTakeOffList,
  canWorkOnList,
} from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { listListsToCover } from '@/lib/consolidation/coverage/queries'
import { findWithdrawnItems } from '@/lib/consolidation/outcomes/queries'
import { hinderingItems } from '@/lib/consolidation/status/status-rule'
import { getCoverage } from '@/lib/consolidation/desk/queries/item-queries'
import {
  getDeskChoices,
  getSources,
  listSources,
} from '@/lib/consolidation/desk/queries/source-queries'
import { paths } from '@/lib/paths'
import { roomVersion } from '@/lib/plenary/screen/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { readFilter } from './filter'
import { addHeading, reword } from './actions'
import {
  asideHere,
  changeHeading,
  dropHeading,
  makeOf,
  merge,
  place,
  take,
  undo,
  word,
} from './desk-actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('consolidation')('title'),
})

/** The desk of the stock-taking: the lists of all sessions beside the one that is made of them. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('consolidation')
  const filter = readFilter(search)
  const atDesk = canReadDesk(actor, session.id)
  const [list, coverage, sourcePage, choices, acts, lists, presiding, circulations] =
    await Promise.all([
      findPageOfList(actor, session, { page: pageIn(search.list), under: search.under ?? '' }),
      getCoverage(actor, session),
      atDesk ? listSources(actor, session, filter, pageIn(search.page)) : null,
      atDesk ? getDeskChoices(actor, session) : null,
      atDesk ? listRecentActs(actor, session) : [],
      listListsToCover(actor, session),
      getPresiding(actor, session.id),
      listCompilations(actor, session),
    ])
  const chooses = canOpenConsolidation(actor, session).allowed
  const heading = (
    <>
      <PageHeading title={t('title')}>{t('about')}</PageHeading>
      <CompilationWays slug={session.slug} circulations={circulations} />
    </>
  )
  if (!list)
    return (
      <>
        {heading}
        <Empty title={t('notOpened')}>{t(chooses ? 'notOpenedHint' : 'notOpenedWait')}</Empty>
        {chooses && (
          <p className="mt-6 text-center">
            <a className="button button-main" href={paths.coveredLists(session.slug)}>
              {t('open')}
            </a>
          </p>
        )}
      </>
    )

  const adopts = canAdoptList(actor, list, presiding).allowed
  const [open, whole, withdrawn, comments] = await Promise.all([
    adopts ? getSources(actor, session, coverage.open.slice(0, OPEN_SHOWN)) : [],
    adopts ? findConsolidatedList(actor, session) : null,
    adopts ? findWithdrawnItems(actor, session) : [],
    countCommentsOn(actor, session, sourcePage?.sources.map(({ id }) => id) ?? []),
  ])
  const pageNumber = sourcePage?.page ?? 1
  const address = (changes: Record<string, string>) => {
    const entries = Object.entries({ ...filter, ...changes })
    const query = new URLSearchParams(entries.filter(([, value]) => value !== ''))
    return `${paths.consolidation(session.slug)}?${query}`
  }
  const works = canWorkOnList(actor, list).allowed
  const staysOf = (item: DeskItem) => {
    const decision = canTakeOffList(actor, list, item)
    return decision.allowed ? null : translations('refusals')(decision.key, decision.values)
  }
  const columns = (
    <div className={atDesk ? 'grid items-start gap-x-10 gap-y-12 lg:grid-cols-2' : ''}>
      {sourcePage && choices && (
        <DeskSources
          {...sourcePage}
          slug={session.slug}
          filter={filter}
          choices={choices}
          address={address}
          works={works}
          comments={comments}
        />
      )}
      <section
        aria-labelledby="consolidated"
        className={`min-w-0 ${works ? 'lg:sticky lg:top-4 lg:max-h-[calc(100vh-8rem)] lg:overflow-y-auto print:max-h-none print:static' : ''}`}
      >
        <h2 id="consolidated" className="mb-4 font-serif text-xl font-semibold">
          {t('consolidated')}
        </h2>
        {works && (
          <DeskPanel
            acts={{ word, reword, aside: asideHere }}
            address={paths.wordingBasis(session.slug)}
            headings={list.all.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <ListPages list={list} filter={filter} page={pageNumber} />
        <ConsolidatedList
          list={list}
          slug={session.slug}
          acts={works ? { change: changeHeading, drop: dropHeading, staysOf } : null}
        />
        <PagesNav
          label={t('desk.listPages')}
          page={list.page}
          pages={list.pages}
          address={(number) => address({ page: String(pageNumber), list: String(number) })}
        />
        {list.all.length > 0 && (
          <OutputWays slug={session.slug} adopted={list.adoptedAt !== null} />
        )}
        {works && (
          <>
            <Form
              action={addHeading}
              className="no-print mt-8 grid gap-3 border-t border-line pt-5"
            >
              <input type="hidden" name="slug" value={session.slug} />
              <Field name="title" label={t('newHeading')} />
              <div>
                <SubmitButton tone="quiet">{t('addHeading')}</SubmitButton>
              </div>
            </Form>
            <RecentActs acts={acts} slug={session.slug} undo={undo} />
          </>
        )}
        {adopts && (
          <Adoption
            slug={session.slug}
            open={open}
            count={coverage.open.length}
            address={(source) =>
              source
                ? `${address({ outcome: 'none', session: source.sessionSlug, topic: source.heading })}#source-${source.id}`
                : address({ outcome: 'none' })
            }
          >
            <AdoptionHindrances
              items={hinderingItems(whole?.headings.flatMap(({ items }) => items) ?? [], withdrawn)}
              withdrawn={withdrawn}
              slug={session.slug}
            />
          </Adoption>
        )}
      </section>
    </div>
  )
  return (
    <>
      {heading}
      <SessionLive
        address={paths.consolidationStream(session.slug)}
        version={roomVersion(session, list)}
      />
      {atDesk && <DeskMemory slug={session.slug} />}
      {list.adoptedAt && (
        <p className="mb-6 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3">
          {t('adopted', {
            time: printSeatTime(list.adoptedAt),
            meeting: ordinalFigure(list.adoptedMeeting ?? 0),
          })}
        </p>
      )}
      <CoveredLists
        lists={lists}
        address={paths.coveredLists(session.slug)}
        chooses={chooses && !list.adoptedAt}
      />
      <CoverageBar
        coverage={coverage}
        address={atDesk ? (outcome) => address({ outcome }) : null}
      />
      {works ? (
        <>
          <form
            id={DESK_FORM}
            method="get"
            action={paths.makeItem(session.slug, []).split('?')[0]}
          />
          <Board
            slug={session.slug}
            acts={acts}
            matching={`${paths.matchingItems(session.slug)}?${new URLSearchParams({ ...filter })}`}
          >
            {columns}
          </Board>
        </>
      ) : (
        columns
      )}
    </>
  )
})

/** The number of items without an outcome that are named while the list waits for adoption. */
const OPEN_SHOWN = 20

const pageIn = (value: string | undefined) =>
  Math.min(10_000, Math.max(1, Math.trunc(Number(value)) || 1))

/** The board with the acts that it plays, and the last one that can be undone. */
function Board({
  slug,
  acts,
  matching,
  children,
}: {
  slug: string
  acts: readonly RecentAct[]
  /** The address that answers all items that match the search. */
  matching: string
  children: ReactNode
}) {
  const latest = acts.find(({ kind }) => kind !== 'undone')
  return (
    <ClientMessages namespaces={['consolidation.desk']}>
      <DeskBoard
        slug={slug}
        acts={{ makeOf, take, place, merge, undo }}
        last={latest ? { id: latest.id, label: actInWords(latest) } : null}
        addresses={{
          make: paths.makeItem(slug, []).split('?')[0]!,
          aside: paths.setAside(slug, []).split('?')[0]!,
          matching,
        }}
      >
        {children}
      </DeskBoard>
    </ClientMessages>
  )
}
