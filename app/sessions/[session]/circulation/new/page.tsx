import type { Metadata } from 'next'
import { CirculationForm } from '@/components/circulation/setup/circulation-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { requireAllowed } from '@/lib/decision'
import { canCreateCirculation } from '@/lib/circulation/policy'
import { getListAdopted, listIssued } from '@/lib/circulation/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { create } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('circulationSetup')('new'),
})

/** Prepares a circulation; nothing goes out yet. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const listAdopted = await getListAdopted(actor, session)
  requireAllowed(canCreateCirculation(actor, { ...session, listAdopted }))
  const lists = await listIssued(actor, session)
  const t = translations('circulationSetup')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulations(session.slug), label: t('title') }]}
        title={t('new')}
      >
        {t('newLead')}
      </PageHeading>
      {lists.length === 0 ? (
        <Empty title={t('noLists')}>{t('noListsHint')}</Empty>
      ) : (
        <CirculationForm
          action={create}
          values={{ id: crypto.randomUUID(), slug: session.slug }}
          circulation={null}
          lists={lists}
          button={t('create')}
        />
      )}
    </>
  )
})
