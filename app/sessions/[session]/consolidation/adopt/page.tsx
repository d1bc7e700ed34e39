import type { Metadata } from 'next'
import { AnswersSummary } from '@/components/plenary/adoption/answers'
import { AdoptionSummary } from '@/components/plenary/adoption/summary'
import { AdoptionObstacles } from '@/components/plenary/adoption/obstacles'
import { CheckedAct } from '@/components/ui/check-page'
import { SelectField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { ordinalFigure, printDate } from '@/lib/clock'
import { canAdoptList } from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { requireAllowed } from '@/lib/decision'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { obstaclesOf } from '@/lib/plenary/adoption-obstacles'
import { getAdoption } from '@/lib/plenary/adoption-queries'
import { getSession } from '@/lib/sessions/queries'
import { adopt } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('adopting')('title'),
})

/** The presiding officer's check before the adoption of the list, for good. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const adoption = await getAdoption(actor, session)
  const presiding = await getPresiding(actor, session.id)
  requireAllowed(canAdoptList(actor, adoption.list, presiding))
  const t = translations('adopting')
  const { answers, items, meetings } = adoption
  const obstacles = obstaclesOf(adoption)
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.consolidation(session.slug),
            label: translations('consolidation')('title'),
          },
        ]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      {obstacles.length > 0 && (
        <AdoptionObstacles obstacles={obstacles} adoption={adoption} slug={session.slug} />
      )}
      <AdoptionSummary adoption={adoption} slug={session.slug}>
        <AnswersSummary answers={answers} slug={session.slug} />
      </AdoptionSummary>
      {obstacles.length === 0 && (
        <CheckedAct title={t('declare')}>
          <Form action={adopt} className="grid max-w-md gap-5">
            <HiddenValues values={{ slug: session.slug, version: adoption.list.version }} />
            <p>{t('what', { items })}</p>
            <SelectField
              name="meeting"
              label={t('meeting')}
              options={[
                { value: '', label: t('chooseMeeting') },
                ...meetings.map(({ number, date }) => ({
                  value: String(number),
                  label: t('meetingOn', { meeting: ordinalFigure(number), date: printDate(date) }),
                })),
              ]}
            />
            <div>
              <SubmitButton>{translations('consolidation')('adopt')}</SubmitButton>
            </div>
          </Form>
        </CheckedAct>
      )}
    </>
  )
})
