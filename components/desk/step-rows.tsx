import { Deadline } from '@/components/time/deadline'
import type { OpenPeriod } from '@/lib/desk/desk-view'
import type { Step, StepKind } from '@/lib/desk/next-steps'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The person's next steps: how many, of what, where, and until when. */
export function StepRows({ steps }: { steps: readonly Step[] }) {
  const t = translations('home')
  return (
    <ol className="border-t border-line-strong">
      {steps.map((step) => {
        const { kind, session, delegation, count, total, numbers, period } = step
        return (
          <li
            key={`${kind} ${session?.slug ?? ''}`}
            className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-4 gap-y-2 border-b border-line py-4 md:grid-cols-[2.25rem_minmax(0,1fr)_auto]"
          >
            <span aria-hidden className="font-serif text-2xl leading-none text-accent tabular-nums">
              {count > 0 && count}
            </span>
            <div className="min-w-0">
              <a href={addressOf(step)} className="text-lg font-semibold leading-snug">
                {t(`steps.${kind}`, { count, total, delegation })}
              </a>
              <p className="text-sm text-quiet">
                {session && sessionName(session)}
                {session && session.title && ` · ${session.title}`}
                {numbers.length > 0 && ` · ${t('onProposals', { count: numbers.length })} `}
                {session &&
                  numbers.map((number, index) => (
                    <span key={number}>
                      {index > 0 && ', '}
                      <a href={paths.proposal(session.slug, number)} className="underline">
                        {number}
                      </a>
                    </span>
                  ))}
              </p>
              {total > 0 && <Progress done={total - count} total={total} />}
            </div>
            {period && <Until period={period} />}
          </li>
        )
      })}
    </ol>
  )
}

function Until({ period: { until, hoursLeft } }: { period: OpenPeriod }) {
  const t = translations('home')
  const soon = hoursLeft < 72
  return (
    <p className="col-start-2 text-sm md:col-start-3 md:text-end">
      <span className="text-quiet">{t('until')}</span> <Deadline until={until} />
      <span className={`block ${soon ? 'font-semibold text-alarm' : 'text-quiet'}`}>
        {hoursLeft >= 48
          ? t('daysLeft', { days: Math.floor(hoursLeft / 24) })
          : t('hoursLeft', { hours: hoursLeft })}
      </span>
    </p>
  )
}

/** How far it has come, drawn; the sentence above says it in figures. */
const Progress = ({ done, total }: { done: number; total: number }) => (
  <svg
    aria-hidden
    viewBox={`0 0 ${total} 1`}
    preserveAspectRatio="none"
    className="mt-2 block h-1.5 w-full max-w-md rounded-sm bg-line"
  >
    <rect width={done} height={1} className="fill-accent" />
  </svg>
)

function addressOf({ kind, session, numbers }: Step): string {
  if (!session) return paths.mail
  const { slug } = session
  const [number] = numbers
  const addresses: Record<StepKind, string> = {
    submitDrafts: paths.drafts(slug),
    finishDrafts: paths.drafts(slug),
    seeOurs: paths.ours(slug),
    propose: paths.drafts(slug),
    releaseComments: number ? paths.proposal(slug, number) : paths.proposals(slug),
    finishComments: number ? paths.proposal(slug, number) : paths.proposals(slug),
    releaseAmendments: number ? paths.amendments(slug, number) : paths.proposals(slug),
    finishAmendments: number ? paths.amendments(slug, number) : paths.proposals(slug),
    comment: paths.proposals(slug),
    placeProposals: paths.list(slug),
    issueList: paths.list(slug),
    openSubmission: paths.periods(slug),
    watchSubmission: paths.periods(slug),
    watchComments: paths.periods(slug),
    openStockTaking: paths.coveredLists(slug),
    giveOutcomes: paths.consolidation(slug),
    awaitOutcomes: paths.consolidation(slug),
    agreeItems: paths.consolidation(slug),
    declareAdopted: paths.consolidation(slug),
    failedMail: paths.mail,
  }
  return addresses[kind]
}
