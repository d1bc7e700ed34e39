import type { Metadata } from 'next'
import { DelegationFilterForm } from '@/components/delegations/delegation-filter'
import { DelegationRows } from '@/components/delegations/delegation-rows'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { RegisterForm } from '@/components/delegations/register-form'
import { membershipIn } from '@/lib/delegations/actor'
import { page } from '@/lib/http/access'
import { DelegationFilter, matchingDelegations } from '@/lib/delegations/filter'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { listDelegations, listUnregistered } from '@/lib/delegations/queries'
import { paths } from '@/lib/paths'
import { findDelegationIds } from '@/lib/search/queries'
import { takesProposals } from '@/lib/sessions/session-view'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { register } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('delegations')('title'),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const registers = canRegisterDelegations(actor, session.id)
  const t = translations('delegations')
  const filter = DelegationFilter.parse(search)
  const [delegations, entities, matchIds] = await Promise.all([
    listDelegations(session),
    listUnregistered(actor, session),
    filter.words ? findDelegationIds(actor, session.slug, filter.words) : null,
  ])
  const matches = matchingDelegations(delegations, filter, matchIds)
  const present = delegations.filter(({ state }) => state !== 'withdrawn')
  const address = paths.delegations(session.slug)
  const total = delegations.length
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          registers && (
            <a href={paths.registerMany(session.slug)} className="button">
              {t('importMany')}
            </a>
          )
        }
      >
        {t('lead', { count: present.length })}
      </PageHeading>
      {total > 0 && <DelegationFilterForm filter={filter} address={address} />}
      {(filter.words || filter.kind) && (
        <p className="mb-2 text-sm text-quiet" role="status">
          {t('matching', { matching: matches.length, total })}
        </p>
      )}
      {total === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {total > 0 && matches.length === 0 && <Empty title={t('noMatch')}>{t('noMatchHint')}</Empty>}
      {matches.length > 0 && (
        <DelegationRows
          delegations={matches}
          slug={session.slug}
          ownId={membershipIn(actor, session.id)?.delegationId ?? null}
          hasProposals={takesProposals(session)}
        />
      )}
      {registers && <RegisterForm sessionId={session.id} entities={entities} register={register} />}
    </>
  )
})
