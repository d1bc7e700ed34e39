import { CheckField, CheckGroup, Field, SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { entityKinds } from '@/lib/delegations/kinds'
import type { AttendanceView } from '@/lib/meetings/attendance/queries'
import { attendedHows } from '@/lib/meetings/kinds'
import { translations } from '@/lib/messages'

/** How many of each kind attended, and which delegations, by the Secretariat's hand. */
export function AttendanceForms({
  session,
  attendance,
  actions,
}: {
  session: { id: string; version: number }
  attendance: AttendanceView
  actions: { set: FormAction; note: FormAction }
}) {
  const t = translations('sitting')
  const words = translations('entityKinds')
  const { counts, notedByKind, delegations } = attendance
  const noted = (kind: string): string => {
    const known = counts.find((group) => group.kind === kind)
    if (known) return known.count === null ? 'some' : String(known.count)
    return String(notedByKind.find((group) => group.kind === kind)?.count ?? '')
  }
  const ids = (
    <>
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
    </>
  )
  return (
    <div className="no-print mt-10 grid items-start gap-8 lg:grid-cols-2">
      <Form action={actions.set} className="sheet grid gap-5 p-5">
        <h2 className="font-serif text-xl font-semibold">{t('setCounts')}</h2>
        <p className="text-sm text-quiet">{t('setCountsHint')}</p>
        {ids}
        <div className="grid gap-5 sm:grid-cols-2">
          {entityKinds.map((kind) => (
            <Field key={kind} name={kind} label={words(kind)} defaultValue={noted(kind)} />
          ))}
        </div>
        <CheckField name="final" label={t('final')} />
        <div>
          <SubmitButton>{t('saveCounts')}</SubmitButton>
        </div>
      </Form>
      <Form action={actions.note} className="sheet grid gap-5 p-5">
        {ids}
        <CheckGroup
          name="entities"
          legend={t('whoAttended')}
          options={delegations.map(({ entityId, name, attended }) => ({
            value: entityId,
            label: name,
            checked: attended,
          }))}
        />
        <SelectField
          name="how"
          label={t('attendedHow')}
          options={attendedHows.map((how) => ({ value: how, label: t(`attended.${how}`) }))}
        />
        <div>
          <SubmitButton tone="quiet">{t('saveAttendance')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
