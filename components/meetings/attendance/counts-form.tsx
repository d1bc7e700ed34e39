import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { entityKinds } from '@/lib/delegations/kinds'
import type { AttendanceView } from '@/lib/meetings/attendance/queries'
import { translations } from '@/lib/messages'

/** The number of each kind that attended, by the Secretariat's own count. */
export function CountsForm({
  session,
  counts,
  action,
}: {
  session: { id: string; version: number }
  counts: AttendanceView['counts']
  action: FormAction
}) {
  const t = translations('attendance')
  const words = translations('entityKinds')
  const setTo = (kind: string): string => {
    const row = counts.find((entry) => entry.kind === kind)
    if (!row) return ''
    return row.count === null ? 'some' : String(row.count)
  }
  return (
    <Form action={action} className="sheet grid gap-5 p-5">
      <p className="max-w-prose text-sm text-quiet">{t('setCountsHint')}</p>
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
      <div className="grid gap-5 sm:grid-cols-2">
        {entityKinds.map((kind) => (
          <Field key={kind} name={kind} label={words(kind)} defaultValue={setTo(kind)} />
        ))}
      </div>
      <div>
        <SubmitButton tone="quiet">{t('saveCounts')}</SubmitButton>
      </div>
    </Form>
  )
}
