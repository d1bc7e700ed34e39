import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Deadline } from '@/components/time/deadline'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { ProposalFilter as FilterForm } from '@/components/proposals/proposal-filter'
import { ProposalRows } from '@/components/proposals/proposal-rows'
import { page } from '@/lib/http/access'
import { membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { canBeginProposal } from '@/lib/proposals/policy'
import { filterQuery, isFiltering, ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals, PAGE_LENGTH } from '@/lib/proposals/search/queries'
import { canSetPeriods } from '@/lib/sessions/policy'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { Pages } from './pages'

export const metadata: Metadata = { title: translations('proposals.list')('title') }

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const filter = ProposalFilter.parse(search)
  const results = await listProposals(actor, session, filter)
  const { proposals, matching, total, agenda, delegations } = results
  const t = translations('proposals.list')
  const address = paths.proposals(session.slug)
  const pages = Math.max(1, Math.ceil(matching / PAGE_LENGTH))
  if (filter.page > pages) redirect(`${address}${filterQuery(filter, { page: pages })}`)

  const open = session.submission?.open === true
  const place = membershipIn(actor, session.id)
  const writes = canBeginProposal(actor, { ...session, sessionId: session.id })
  const isGrouped = filter.sort === 'agenda'
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          writes && (
            <a href={paths.drafts(session.slug)} className="button button-main">
              {t('write')}
            </a>
          )
        }
      >
        {open ? (
          <>
            {t('submissionOpen')} <Deadline until={session.submission!.openUntil} />
          </>
        ) : (
          t(session.submission ? 'submissionClosed' : 'submissionNotOpened')
        )}
      </PageHeading>
      {total === 0 ? (
        <Empty title={t('empty')}>
          {t(writes ? 'emptyWriter' : session.submission ? 'emptyClosed' : 'emptyWaiting')}
          {!session.submission && canSetPeriods(actor, session.id) && (
            <a href={paths.periods(session.slug)} className="mt-2 block">
              {translations('inbox.rows')('openSubmission')}
            </a>
          )}
        </Empty>
      ) : (
        <>
          <FilterForm
            filter={filter}
            address={address}
            agenda={agenda}
            delegations={delegations}
            hasPlace={place !== undefined}
          />
          <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6 text-sm text-quiet">
            <p role="status">
              {isFiltering(filter) ? t('matching', { matching, total }) : t('count', { total })}
              {isFiltering(filter) && (
                <>
                  {' · '}
                  <a href={address} className="way">
                    {t('showAll', { total })}
                  </a>
                </>
              )}
            </p>
            <a
              href={`${address}${filterQuery(filter, { sort: isGrouped ? 'number' : 'agenda' })}`}
              className="way no-print"
            >
              {t(isGrouped ? 'ungrouped' : 'grouped')}
            </a>
          </div>
          {proposals.length === 0 ? (
            <Empty title={t('none')}>{t('noneHint')}</Empty>
          ) : (
            <ProposalRows
              proposals={proposals}
              filter={filter}
              address={address}
              agenda={agenda}
              ownName={place?.delegationName}
            />
          )}
          {pages > 1 && <Pages filter={filter} pages={pages} address={address} />}
        </>
      )}
    </>
  )
})
