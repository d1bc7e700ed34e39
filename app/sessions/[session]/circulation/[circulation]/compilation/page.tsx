import { CommentList } from '@/components/circulation/compilation/comment-list'
import { CompilationFilter } from '@/components/circulation/compilation/compilation-filter'
import { DownloadWays } from '@/components/circulation/compilation/download-ways'
import { Overview } from '@/components/circulation/compilation/overview'
import { commentWords, shownComment } from '@/components/circulation/compilation/shown-comment'
import { SummaryBar, SummaryNote } from '@/components/circulation/compilation/summary-bar'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { filterQuery, isNarrowed, readFilter } from '@/lib/circulation/compilation/filter'
import { overviewRows } from '@/lib/circulation/compilation/overview-rows'
import { findFirstWaiting } from '@/lib/circulation/compilation/queries/one-comment'
import {
  getCompiledCirculation,
  getOverview,
  listCommenters,
  listComments,
} from '@/lib/circulation/compilation/queries/overview'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'

const kind = () => translations('compilation')('title')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const { title } = await getCompiledCirculation(actor, session, asId(params.circulation))
  return `${kind()} · ${title}`
})

/** All comments of a circulation: item by item, or those that the filter of the address keeps. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
  const t = translations('compilation')
  const { slug } = session
  const filter = readFilter(search)
  const narrowed = isNarrowed(filter)
  const [overview, entities, results, waiting] = await Promise.all([
    getOverview(circulation),
    listCommenters(circulation),
    narrowed ? listComments(actor, circulation, filter, Number(search.page) || 1) : null,
    findFirstWaiting(actor, circulation),
  ])
  const itemByItem = overviewRows(overview.entries, Number(search.page))
  const address = (query = '') => paths.compilation(slug, circulation.id, query)
  const lists = overview.entries.flatMap(({ target, sessionOrdinal }) =>
    target.kind === 'list'
      ? [{ value: target.id, label: t('ofSession', { session: ordinalWord(sessionOrdinal ?? 0) }) }]
      : [],
  )
  return (
    <>
      <PageHeading title={t('title')}>
        {circulation.title} ·{' '}
        {t(circulation.closed ? 'closedAt' : 'openUntil', {
          time: printSeatTime(circulation.openUntil),
        })}
        {!circulation.postedFrom && ` · ${t(circulation.seesAll ? 'notPosted' : 'ownOnly')}`}
      </PageHeading>
      <section aria-labelledby="stands" className="mb-8 max-w-3xl">
        <h2 id="stands" className="mb-2 font-semibold">
          {t('stands', {
            count: overview.all.total,
            open: overview.all.total - overview.all.answered,
          })}
        </h2>
        <SummaryBar
          summary={overview.all}
          address={(position) => address(filterQuery(filter, { position }))}
        />
        {overview.all.total > 0 && <SummaryNote />}
        {waiting && (
          <p className="no-print mt-3">
            <a
              className="button button-main"
              href={paths.compiledComment(slug, circulation.id, waiting)}
            >
              {t('startAnswering')}
            </a>
          </p>
        )}
      </section>
      <DownloadWays slug={slug} circulationId={circulation.id} />
      <CompilationFilter
        filter={filter}
        address={address()}
        lists={lists}
        entities={entities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {results ? (
        <section aria-labelledby="found">
          <h2 id="found" className="mb-4 font-serif text-xl font-semibold">
            {t('found', { count: results.total })}
          </h2>
          {results.total === 0 && <Empty title={t('noneFound')}>{t('noneFoundHint')}</Empty>}
          <div className="grid gap-8">
            <CommentList
              words={commentWords()}
              address={paths.compiledComment(slug, circulation.id, '')}
              comments={results.comments.map((comment) =>
                shownComment(comment, comment.entry, {
                  lead: targetName(comment.entry),
                }),
              )}
            />
          </div>
          <PagesNav
            label={t('pages')}
            page={results.page}
            pages={results.pages}
            address={(number) => address(filterQuery(filter, { page: String(number) }))}
          />
        </section>
      ) : (
        <section aria-labelledby="items">
          <h2 id="items" className="mb-4 font-serif text-xl font-semibold">
            {t('itemByItem')}
          </h2>
          {overview.all.total === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
          {overview.entries.some(({ language }) => language === 'zh') && <ChineseFont />}
          <Overview rows={itemByItem.rows} slug={slug} circulationId={circulation.id} />
          <PagesNav
            label={t('pages')}
            page={itemByItem.page}
            pages={itemByItem.pages}
            address={(number) => address(filterQuery(filter, { page: String(number) }))}
          />
        </section>
      )}
    </>
  )
})
