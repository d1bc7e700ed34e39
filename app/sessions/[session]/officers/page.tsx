import type { Metadata } from 'next'
import { OfficerForm } from '@/components/delegations/officer-form'
import { OfficerRows } from '@/components/delegations/officer-rows'
import { NoMailNotice } from '@/components/mail/no-mail-notice'
import { PageHeading } from '@/components/ui/page-heading'
import { PowersForm } from '@/components/delegations/powers-form'
import { page } from '@/lib/http/access'
import { holds } from '@/lib/delegations/actor'
import { canAppointOfficers, canReadOfficers } from '@/lib/delegations/policy'
import { getPowers } from '@/lib/delegations/powers/queries'
import { listOfficers } from '@/lib/delegations/queries'
import { authorize } from '@/lib/errors'
import { mailArrives } from '@/lib/notifications/mail-queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { appoint, end, handOver, takeBack } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('officersPage')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const appoints = canAppointOfficers(actor, session.id, { wholeGroup: false })
  const presides = holds(actor, session.id, 'chair')
  authorize(canReadOfficers(actor, session.id), 'secretariatOnly')
  const t = translations('officersPage')
  const [officers, powers] = await Promise.all([listOfficers(actor, session), getPowers(session)])
  const inGroup = canAppointOfficers(actor, session.id, { wholeGroup: true })
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <a href={paths.bureau(session.slug)} className="button">
            {translations('sitting')('bureauTitle')}
          </a>
        }
      >
        {t('lead')}
        <span className="block">{t('officesAndBureau')}</span>
      </PageHeading>
      {appoints && !mailArrives() && <NoMailNotice />}
      <OfficerRows
        officers={officers}
        sessionId={session.id}
        end={appoints ? end : null}
        mayEndInGroup={inGroup}
      />
      <div className="mt-12 grid items-start gap-8 lg:grid-cols-2">
        {appoints && (
          <OfficerForm
            sessionId={session.id}
            appoint={appoint}
            inGroup={inGroup}
            mails={mailArrives()}
          />
        )}
        <PowersForm
          slug={session.slug}
          powers={powers}
          actions={presides ? { handOver, takeBack } : null}
        />
      </div>
    </>
  )
})
