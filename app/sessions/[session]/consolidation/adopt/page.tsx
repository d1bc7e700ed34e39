import type { Metadata } from 'next'
import { AnswersSummary } from '@/components/plenary/answers-summary'
import { AdoptionSummary } from '@/components/plenary/adoption-summary'
import { AdoptionHindrances } from '@/components/plenary/adoption-hindrances'
import { SelectField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { ordinalFigure, printDate, printSeatTime } from '@/lib/clock'
import { canAdoptList, canAdoptReceiving, canAdoptUnanswered } from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { requireAllowed } from '@/lib/decision'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
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
  const { answers, coverage, hindering, items, meetings } = adoption
  const { receiving } = answers
  const answered = canAdoptUnanswered(answers).allowed
  const ready =
    canAdoptReceiving(receiving).allowed &&
    coverage.open.length === 0 &&
    answered &&
    hindering.length === 0 &&
    items > 0
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
      <AdoptionSummary adoption={adoption} slug={session.slug}>
        <AnswersSummary answers={answers} slug={session.slug} />
      </AdoptionSummary>
      <section
        aria-labelledby="declare"
        className="no-print mt-10 max-w-3xl border-t border-line-strong pt-6"
      >
        <h2 id="declare" className="mb-3 font-serif text-xl font-semibold">
          {t('declare')}
        </h2>
        {ready ? (
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
        ) : (
          <>
            {coverage.open.length > 0 && (
              <p className="mb-3">
                {translations('consolidation')('adoptionWaits', { open: coverage.open.length })}{' '}
                <a href={`${paths.consolidation(session.slug)}?outcome=none`}>
                  {translations('consolidation')('showOpen')}
                </a>
              </p>
            )}
            {receiving && (
              <p className="mb-3">
                {t('stillReceiving', {
                  title: receiving.title,
                  until: printSeatTime(receiving.until),
                })}{' '}
                <a href={paths.circulations(session.slug)}>{t('showCirculation')}</a>
              </p>
            )}
            {!answered && <p className="mb-3">{t('commentsWait', { open: answers.owed })}</p>}
            {items === 0 && <p>{translations('refusals')('listEmpty')}</p>}
            <AdoptionHindrances
              headings={adoption.list.headings}
              withdrawn={adoption.withdrawn}
              slug={session.slug}
            />
          </>
        )}
      </section>
    </>
  )
})
