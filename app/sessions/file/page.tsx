import type { Metadata } from 'next'
import { SessionFileForm } from '@/components/import/session-file-form'
import { ClientMessages } from '@/components/messages/client-messages'
import { PageHeading } from '@/components/ui/page-heading'
import { authorize } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canCreateSession } from '@/lib/sessions/policy'
import { checkOrWrite } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sessionFile')('title'),
})

/** A session file is checked here, shown whole, and written; the command line does the same. */
export default page('secretariat', async (actor) => {
  authorize(canCreateSession(actor), 'secretariatOnly')
  const t = translations('sessionFile')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.sessions, label: translations('sessions')('title') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      <ClientMessages namespaces={['sessionFile.form']}>
        <SessionFileForm action={checkOrWrite} />
      </ClientMessages>
    </>
  )
})
