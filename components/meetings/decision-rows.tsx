import { Field } from '@/components/ui/field'
import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'
import { ordinalFigure, printDate, printDateRange } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { approvedTitle } from '@/lib/sessions/decisions/status'
import type { SessionDecisionView } from '@/lib/sessions/decisions/queries'
import { apart } from '@/lib/text/apart'

/** The decisions on a session, the latest first, with their annulment for those who may. */
export function DecisionRows({
  decisions,
  version,
  annul,
  mayAnnul,
}: {
  decisions: readonly SessionDecisionView[]
  version: number
  annul: FormAction
  mayAnnul: (step: SessionDecisionView['step']) => boolean
}) {
  const t = translations('sitting')
  if (decisions.length === 0) return <Empty title={t('noDecisions')}>{t('noDecisionsHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('decisions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('date')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('byHow')}</th>
          <th scope="col">
            <span className="sr-only">{t('annul')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {decisions.map((decision) => (
          <tr key={decision.id}>
            <td className="whitespace-nowrap">{printDate(decision.decidedOn)}</td>
            <td>
              <span className={decision.annulledAt ? 'line-through' : 'font-semibold'}>
                {t(`steps.${decision.step}`)}
              </span>
              <Particulars decision={decision} />
            </td>
            <td>
              {t(`by.${decision.decidedBy}`)}, {t(`how.${decision.how}`)}
              {decision.meeting && (
                <span className="block text-sm text-quiet">
                  {t('atMeeting', { meeting: ordinalFigure(decision.meeting.number) })}
                </span>
              )}
            </td>
            <td className="py-0! sm:text-end">
              {!decision.annulledAt && mayAnnul(decision.step) && (
                <Confirmed
                  title={t('annul')}
                  label={t('annulOf', { number: decision.number })}
                  action={annul}
                >
                  <input type="hidden" name="decisionId" value={decision.id} />
                  <input type="hidden" name="version" value={version} />
                  <Field name="reason" label={t('reason')} />
                </Confirmed>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Particulars({ decision }: { decision: SessionDecisionView }) {
  const t = translations('sitting')
  const { startsOn, endsOn, format, formatWords, member, circulatedOn, documentSymbol } = decision
  const isText = decision.step === 'textApproved'
  const facts = [
    t('decisionNumber', { number: decision.number }),
    startsOn && endsOn && printDateRange(startsOn, endsOn),
    formatWords || (format && translations('sessions')(`formats.${format}`)),
    member && `${member.honorific} ${member.name}`.trim(),
    decision.remotely && t('remotely'),
    circulatedOn && t('circulatedOn', { date: printDate(circulatedOn) }),
    isText && `“${approvedTitle(decision)}”`,
    decision.silence?.notedMeeting &&
      t('tookNote', { meeting: ordinalFigure(decision.silence.notedMeeting.number) }),
    !isText && decision.reason,
    documentSymbol,
    decision.annulledAt && t('annulled', { reason: apart(decision.annulReason) }),
  ].filter(Boolean)
  return facts.length > 0 && <span className="block text-sm text-quiet">{facts.join(' · ')}</span>
}
