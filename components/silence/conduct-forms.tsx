import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/messages/client-messages'
import { DeadlineField } from '@/components/time/deadline-field'
import { ActForm } from '@/components/ui/act-form'
import { SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ordinalFigure, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { SilenceView } from '@/lib/silence/queries'
import { earliestResumption, isOpened } from '@/lib/silence/result'

type Conducts = {
  extends: boolean
  resumes: boolean
  declares: boolean
  decides: boolean
  revises: boolean
}

/** The present acts of those who conduct a procedure; each is shown only while it is possible. */
export function ConductForms({
  view,
  slug,
  may,
  acts,
}: {
  view: SilenceView
  slug: string
  may: Conducts
  acts: Record<'extend' | 'resume' | 'declare' | 'decide' | 'note', FormAction>
}) {
  const t = translations('silence')
  const { silence, now, meetings, standing } = view
  const { id } = silence
  const notes = standing === 'approved' && meetings.length > 0 && silence.notedMeetingId === null
  if (!notes && !Object.values(may).includes(true)) return null
  return (
    <section
      aria-labelledby="conduct"
      className="no-print grid gap-6 border-t border-line-strong pt-6"
    >
      <h2 id="conduct" className="font-serif text-xl font-semibold">
        {t('conduct')}
      </h2>
      {may.extends && (
        <Later id={id} action={acts.extend} button={t('extendNow')} title={t('extend')} />
      )}
      {may.resumes && isOpened(silence) && (
        <Later id={id} action={acts.resume} button={t('resume')} title={t('resume')}>
          {t('resumeLead', { time: printSeatTime(earliestResumption(silence, now)) })}
        </Later>
      )}
      {may.revises && (
        <p>
          <a href={paths.newSilence(slug, String(silence.number))} className="button">
            {t('revise')}
          </a>
        </p>
      )}
      {may.declares && (
        <Asked lead={t('declareLead')}>
          <ActForm action={acts.declare} values={{ id }} button={t('declare')} />
        </Asked>
      )}
      {may.decides && (
        <Asked lead={t('decideLead')}>
          <ActForm action={acts.decide} values={{ id }} button={t('decide')} />
        </Asked>
      )}
      {notes && (
        <Form action={acts.note} className="grid gap-3" label={t('noteAt')}>
          <HiddenValues values={{ id }} />
          <SelectField
            name="meetingId"
            label={t('noteAt')}
            options={meetings.map((meeting) => ({
              value: meeting.id,
              label: t('noteMeeting', { meeting: ordinalFigure(meeting.number) }),
            }))}
          />
          <div>
            <SubmitButton tone="quiet">{t('noteNow')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}

const Asked = ({ lead, children }: { lead: string; children: ReactNode }) => (
  <div>
    <p className="mb-2 max-w-prose">{lead}</p>
    {children}
  </div>
)

/** A later deadline with its reason. */
function Later({
  id,
  title,
  button,
  action,
  children,
}: {
  id: string
  title: string
  button: string
  action: FormAction
  children?: ReactNode
}) {
  const t = translations('silence')
  return (
    <details>
      <summary className="button list-none">{title} …</summary>
      <Form action={action} className="mt-3 grid gap-4" label={title}>
        {children && <p className="max-w-prose">{children}</p>}
        <HiddenValues values={{ id }} />
        <ClientMessages namespaces={['periodsForm']}>
          <DeadlineField label={t('openUntil')} />
        </ClientMessages>
        <TextField name="reason" label={t('reason')} rows={2} />
        <div>
          <SubmitButton tone="quiet">{button}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
