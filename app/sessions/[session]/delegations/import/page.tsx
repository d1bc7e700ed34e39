import { ClientMessages } from '@/components/messages/client-messages'
import type { Metadata } from 'next'
import { NoMailNotice } from '@/components/mail/no-mail-notice'
import { PageHeading } from '@/components/ui/page-heading'
import { PeopleListColumns } from '@/components/delegations/people-import/people-list-columns'
import { PeopleListForm } from '@/components/delegations/people-import/people-list-form'
import { page } from '@/lib/http/access'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { authorize } from '@/lib/errors'
import { mailArrives } from '@/lib/notifications/mail-queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { checkOrRegister } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('peopleList')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  authorize(canRegisterDelegations(actor, session.id), 'secretariatOnly')
  const t = translations('peopleList')
  const td = translations('delegations')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.delegations(session.slug), label: td('title') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      {!mailArrives() && <NoMailNotice />}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ClientMessages namespaces={['peopleList.form', 'encodings']}>
          <PeopleListForm sessionId={session.id} action={checkOrRegister} />
        </ClientMessages>
        <PeopleListColumns />
      </div>
    </>
  )
})
