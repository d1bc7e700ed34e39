import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printSeatHour, printSeatTime } from '@/lib/clock'
import type { OpenPeriod } from '@/lib/desk/desk-view'
import type { ShownRow } from '@/lib/desk/queries'
import { formatter, translations } from '@/lib/messages'
import { sessionName } from '@/lib/sessions/session-view'
import { directionOf } from '@/lib/text/locales'
import { RowIcon } from './row-icon'

/**
 * One matter of the desk: its sentence, its text and State, its deadline, and the act to put it away, which only the
 * desk itself has.
 */
export function InboxRow({
  row,
  groupName,
  mark,
}: {
  row: ShownRow
  /** The name of the session's group, where there are several; else empty. */
  groupName: string
  mark?: FormAction
}) {
  const t = translations('inbox')
  const { kind, values, unread, proposal, excerpt, states, session, period, group } = row
  const sentence = t(`rows.${kind}`, { ...values, states: formatter.list(states) })
  const facts = [
    ...(states.length > 0 ? [formatter.list(states)] : []),
    ...(session ? [sessionName(session)] : []),
    ...(groupName ? [groupName] : []),
  ]
  return (
    <li data-inbox-row data-unread={unread || undefined} className="inbox-row">
      <span className="inbox-sign">
        <RowIcon kind={kind} />
        {unread && <i aria-hidden className="inbox-unread" />}
      </span>
      <div className="min-w-0">
        <p className={unread ? 'font-semibold' : ''}>
          <a href={row.href}>{sentence}</a>
          {unread && <span className="sr-only"> ({t('unread')})</span>}
        </p>
        {(proposal || excerpt) && (
          <p className="flex font-serif text-base whitespace-pre">
            {proposal && <span className="font-sans tabular-nums">{proposal.number} · </span>}
            {excerpt ? (
              <span
                lang={row.language}
                dir={directionOf(row.language)}
                className="min-w-0 grow truncate"
              >
                {excerpt}
              </span>
            ) : (
              <span>{t('emptyDraft')}</span>
            )}
          </p>
        )}
        {facts.length > 0 && <p className="text-sm text-quiet">{facts.join(' · ')}</p>}
        {typeof values.total === 'number' && values.total > 0 && (
          <Progress done={values.total - Number(values.count)} total={values.total} />
        )}
      </div>
      <div className="inbox-end">
        {mark && (row.dismissible || unread) && (
          <ActForm
            action={mark}
            values={{ subject: row.subject, until: row.at.toISOString() }}
            button={t(row.dismissible ? 'done' : 'read')}
            label={`${t(row.dismissible ? 'done' : 'read')}: ${sentence}`}
            tone="plain"
            className="inbox-mark"
          />
        )}
        {period && <DeadlineChip period={period} due={group === 'due'} />}
      </div>
    </li>
  )
}

/** The deadline in few words; its full time on hover and for screen readers. */
function DeadlineChip({ period: { until, hoursLeft }, due }: { period: OpenPeriod; due: boolean }) {
  const t = translations('inbox')
  const left =
    hoursLeft >= 48
      ? t('daysLeft', { days: Math.floor(hoursLeft / 24) })
      : t('hoursLeft', { hours: hoursLeft })
  const full = t('until', { time: printSeatTime(until) })
  return (
    <time dateTime={until.toISOString()} title={full} className="inbox-chip" data-due={due}>
      {due ? t('today', { time: printSeatHour(until) }) : left}
      <span className="sr-only">, {full}</span>
    </time>
  )
}

/** Its progress, drawn; the sentence above says it in figures. */
const Progress = ({ done, total }: { done: number; total: number }) => (
  <svg
    aria-hidden
    viewBox={`0 0 ${total} 1`}
    preserveAspectRatio="none"
    className="mt-1.5 block h-1 w-full max-w-xs rounded-sm bg-line"
  >
    <rect width={done} height={1} className="fill-accent" />
  </svg>
)
