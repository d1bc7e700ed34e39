import { FileForm } from '@/components/documents/file-form'
import { SessionLive } from '@/components/live/session-live'
import { ConductForms } from '@/components/silence/conduct-forms'
import { EnteredBreakForm } from '@/components/silence/entered-break-form'
import { BreakForm, RemarkForm } from '@/components/silence/member-forms'
import { PreparingForms } from '@/components/silence/preparing-forms'
import { SilenceBreaks } from '@/components/silence/silence-breaks'
import { SilenceCourse } from '@/components/silence/silence-course'
import { PlannedRoll, SilenceRoll } from '@/components/silence/silence-roll'
import { SilenceText } from '@/components/silence/silence-text'
import { StandingNow } from '@/components/silence/standing'
import { TurnsAt } from '@/components/silence/turns-at'
import { PageHeading } from '@/components/ui/page-heading'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import * as policy from '@/lib/silence/policy'
import { getSilence } from '@/lib/silence/queries'
import { finalAt, isFinal, isOpened } from '@/lib/silence/result'
import * as acts from './actions'

export const generateMetadata = titled(
  'participant',
  () => translations('silence')('title'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { silence } = await getSilence(actor, session, readNumber(params.number))
    return `${silence.number}. ${silence.title}`
  },
)

/** One procedure on one page with one clock: its question, its addressees, the answers, and the possible acts. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const view = await getSilence(actor, session, readNumber(params.number))
  const t = translations('silence')
  const { silence, now } = view
  const { slug } = session
  const prepares = policy.canPrepareSilence(actor, silence).allowed
  const seat = policy.seatOf(actor, silence)
  const capacity = silence.members.find(({ id }) => id === seat?.id)?.capacity ?? ''
  const may = {
    extends: policy.canExtendSilence(actor, silence, now).allowed,
    resumes: policy.canResumeSilence(actor, silence).allowed,
    declares: policy.canDeclareResult(silence, view).allowed,
    decides: policy.canDecideSilence(actor, silence, now).allowed,
    revises: policy.canReviseSilence(actor, silence, now).allowed,
  }
  const ownBreakIds = view.breaks
    .filter((silenceBreak) => policy.canWithdrawBreak(actor, silence, silenceBreak, now).allowed)
    .map(({ id }) => id)
  const breaks = policy.canBreakSilence(actor, silence)
  const conducts = policy.canConductSilence(actor, silence)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.silences(slug), label: t('title') }]}
        title={`${silence.number}. ${silence.title}`}
      >
        {t(`subjects.${silence.subject}`)} · {t(`rolls.${silence.roll}`)}
      </PageHeading>
      {isOpened(silence) && view.deadline && (
        <>
          <SessionLive
            address={paths.silenceStream(slug, silence.number)}
            version={view.version}
            asks
          />
          <TurnsAt
            after={[view.deadline, finalAt(silence)].map((at) => at.getTime() - now.getTime())}
          />
        </>
      )}
      <div className="mb-8">
        <StandingNow view={view} />
        <SilenceCourse view={view} slug={slug} />
      </div>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          <SilenceText view={view} slug={slug} removeAnnex={prepares ? acts.removeAnnex : null} />
          {prepares && (
            <section aria-labelledby="annex">
              <h2 id="annex" className="mb-2 font-serif text-xl font-semibold">
                {t('addAnnex')}
              </h2>
              <FileForm
                action={acts.addAnnex}
                values={{ id: silence.id, version: silence.version }}
                language="en"
                label={t('addAnnex')}
              />
            </section>
          )}
          {prepares && <PreparingForms view={view} acts={acts} />}
          {isOpened(silence) && (
            <SilenceBreaks view={view} slug={slug} own={ownBreakIds} withdraw={acts.withdraw} />
          )}
          {breaks.allowed && !isFinal(silence, now) && (
            <BreakForm
              silenceId={silence.id}
              capacity={capacity}
              late={view.deadline !== null && now >= view.deadline}
              action={acts.breakIt}
            />
          )}
          {seat && !breaks.allowed && view.standing === 'open' && (
            <p className="max-w-prose">{translations('refusals')(breaks.key, breaks.values)}</p>
          )}
          {policy.canRemark(actor, silence, now).allowed && (
            <RemarkForm silenceId={silence.id} action={acts.remark} />
          )}
          {policy.canEnterBreak(actor, silence).allowed && (
            <EnteredBreakForm silenceId={silence.id} roll={view.roll} action={acts.enter} />
          )}
          {conducts && isOpened(silence) && (
            <ConductForms view={view} slug={slug} may={may} acts={acts} />
          )}
        </div>
        {isOpened(silence) && <SilenceRoll roll={view.roll} />}
        {view.planned && <PlannedRoll roll={view.planned} />}
      </div>
    </>
  )
})
