import { Field } from '@/components/ui/field'
import { printSeatHour } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** The day and the hours of a meeting, in the seat's time. */
export function MeetingFields({
  meeting,
}: {
  meeting?: { date: Date; startsAt: Date | null; endsAt: Date | null }
}) {
  const t = translations('sitting')
  const hour = (at: Date | null | undefined) => (at ? printSeatHour(at) : '')
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <Field
        name="date"
        type="date"
        label={t('date')}
        defaultValue={meeting?.date.toISOString().slice(0, 10) ?? ''}
      />
      <Field name="from" type="time" label={t('fromHour')} defaultValue={hour(meeting?.startsAt)} />
      <Field name="until" type="time" label={t('untilHour')} defaultValue={hour(meeting?.endsAt)} />
    </div>
  )
}
