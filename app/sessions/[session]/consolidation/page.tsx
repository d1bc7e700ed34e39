import { getTranslations } from 'next-intl/server'
import { ConsolidatedList } from '@/components/consolidation/consolidated-list'
import { CoverageBar } from '@/components/consolidation/coverage-bar'
import { DeskSources } from '@/components/consolidation/desk-sources'
import { OutputWays } from '@/components/consolidation/output-ways'
import { Empty } from '@/components/empty'
import { Field } from '@/components/field'
import { Form, SubmitButton } from '@/components/form'
import { PageHeading } from '@/components/page-heading'
import { page } from '@/lib/access'
import { printSeatTime } from '@/lib/clock'
import type { DeskFilter } from '@/lib/consolidation/desk-view'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { canPreside, canConsolidate, canReadDesk } from '@/lib/consolidation/policy'
import { findConsolidatedList, getCoverage, listSources } from '@/lib/consolidation/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { addHeading, adopt, open } from './actions'

/** The desk of the stock-taking: the lists of all sessions beside the one that is made of them. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = await getTranslations('consolidation')
  const list = await findConsolidatedList(actor, session)
  const consolidates = canConsolidate(actor, session.id)
  const heading = <PageHeading title={t('title')}>{t('about')}</PageHeading>
  if (!list)
    return (
      <>
        {heading}
        <Empty title={t('notOpened')}>{t(consolidates ? 'notOpenedHint' : 'notOpenedWait')}</Empty>
        {consolidates && (
          <Form action={open} className="mt-6 flex justify-center">
            <input type="hidden" name="slug" value={session.slug} />
            <SubmitButton>{t('open')}</SubmitButton>
          </Form>
        )}
      </>
    )

  const filter = readFilter(search)
  const pageNumber = Math.max(1, Math.trunc(Number(search.page)) || 1)
  const atDesk = canReadDesk(actor, session.id)
  const [coverage, found] = await Promise.all([
    getCoverage(actor, session),
    atDesk ? listSources(actor, session, filter, pageNumber) : null,
  ])
  const address = (changes: Record<string, string>) => {
    const all = Object.entries({ ...filter, ...changes })
    const query = new URLSearchParams(all.filter(([, value]) => value !== ''))
    return `${paths.consolidation(session.slug)}?${query}`
  }
  const works = consolidates && !list.adoptedAt
  return (
    <>
      {heading}
      {list.adoptedAt && (
        <p className="mb-6 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3">
          {t('adopted', { time: printSeatTime(list.adoptedAt), meeting: list.adoptedMeeting ?? 0 })}
        </p>
      )}
      <CoverageBar
        coverage={coverage}
        address={atDesk ? (outcome) => address({ outcome }) : null}
      />
      <div className={atDesk ? 'grid items-start gap-x-10 gap-y-12 lg:grid-cols-2' : ''}>
        {found && (
          <DeskSources
            {...found}
            slug={session.slug}
            filter={filter}
            page={pageNumber}
            address={address}
            works={works}
          />
        )}
        <section aria-labelledby="consolidated" className="min-w-0">
          <h2 id="consolidated" className="mb-4 font-serif text-xl font-semibold">
            {t('consolidated')}
          </h2>
          <ConsolidatedList list={list} slug={session.slug} />
          {list.headings.length > 0 && (
            <OutputWays slug={session.slug} adopted={list.adoptedAt !== null} />
          )}
          {works && (
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
          )}
          {canPreside(actor, session.id) && !list.adoptedAt && (
            <section className="sheet no-print mt-8 p-5">
              <h3 className="font-semibold">{t('adoption')}</h3>
              <p className="mb-4 mt-1 max-w-prose text-sm text-quiet">
                {coverage.open.length > 0
                  ? t('adoptionWaits', { open: coverage.open.length })
                  : t('adoptionReady')}
              </p>
              {coverage.open.length > 0 ? (
                <a href={address({ outcome: 'none' })}>{t('showOpen')}</a>
              ) : (
                <Form action={adopt}>
                  <input type="hidden" name="slug" value={session.slug} />
                  <Field name="meeting" label={t('meeting')} inputMode="numeric" />
                  <div>
                    <SubmitButton>{t('adopt')}</SubmitButton>
                  </div>
                </Form>
              )}
            </section>
          )}
        </section>
      </div>
    </>
  )
})

function readFilter(search: Record<string, string>): DeskFilter {
  const outcome = [...outcomeKinds, 'none' as const].find((kind) => kind === search.outcome) ?? ''
  return { session: search.session ?? '', outcome, words: (search.words ?? '').slice(0, 200) }
}
