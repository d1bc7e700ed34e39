import type { Metadata } from 'next'
import { DecisionForm } from '@/components/meetings/decision-form'
import { DecisionRows } from '@/components/meetings/decision-rows'
import { Rooms } from '@/components/meetings/rooms'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { listMeetings } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { listBureau } from '@/lib/sessions/bureau/queries'
import { canAnnulDecision, canRecordDecision } from '@/lib/sessions/decisions/policy'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { nextSteps } from '@/lib/sessions/decisions/status'
import { getSession } from '@/lib/sessions/queries'
import { annul, decide } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('stepsTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const [{ decisions, standing, powers, isReportAdopted }, meetings, bureau] = await Promise.all([
    listSessionDecisions(session),
    listMeetings(session),
    listBureau(session),
  ])
  const steps = nextSteps(standing).filter(
    (step) => canRecordDecision(actor, session.id, step, powers).allowed,
  )
  return (
    <>
      <PageHeading title={t('stepsTitle')}>
        {t('standsAt', { status: t(`statuses.${standing.status}`) })}
      </PageHeading>
      <Rooms slug={session.slug} current="steps" />
      <DecisionRows
        decisions={decisions}
        version={session.version}
        annul={annul}
        mayAnnul={(step) =>
          canAnnulDecision(actor, { sessionId: session.id, step, isReportAdopted }).allowed
        }
      />
      {steps.length > 0 && (
        <section className="sheet mt-10 p-5">
          <h2 className="mb-4 font-serif text-xl font-semibold">{t('enterDecision')}</h2>
          <DecisionForm
            session={session}
            steps={steps}
            meetings={meetings}
            officers={bureau}
            decide={decide}
          />
        </section>
      )}
    </>
  )
})
