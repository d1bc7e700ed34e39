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
import { filterQuery, isFiltering, ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals, PAGE_LENGTH } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { Pages } from './pages'

export const metadata: Metadata = { title: translations('proposals.list')('title') }

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const filter = ProposalFilter.parse(search)
  const found = await listProposals(actor, session, filter)
  const { proposals, matching, total, agenda, delegations } = found
  const t = translations('proposals.list')
  const address = paths.proposals(session.slug)
  const pages = Math.max(1, Math.ceil(matching / PAGE_LENGTH))
  if (filter.page > pages) redirect(`${address}${filterQuery(filter, { page: pages })}`)

  const open = session.submission?.open === true
  const writes = membershipIn(actor, session.id) !== undefined && open
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
        </Empty>
      ) : (
        <>
          <FilterForm
            filter={filter}
            address={address}
            agenda={agenda}
            delegations={delegations}
            hasPlace={membershipIn(actor, session.id) !== undefined}
          />
          <p className="mb-2 text-sm text-quiet" role="status">
            {isFiltering(filter) ? (
              <>
                {t('matching', { matching, total })} ·{' '}
                <a href={address}>{t('showAll', { total })}</a>
              </>
            ) : (
              t('count', { total })
            )}
          </p>
          {proposals.length === 0 ? (
            <Empty title={t('none')}>{t('noneHint')}</Empty>
          ) : (
            <ProposalRows proposals={proposals} filter={filter} address={address} />
          )}
          {pages > 1 && <Pages filter={filter} pages={pages} address={address} />}
        </>
      )}
    </>
  )
})
