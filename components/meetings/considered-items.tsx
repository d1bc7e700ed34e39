import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { printSeatHour } from '@/lib/clock'
import type { MeetingView } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'

/** A meeting's items, with the hours of their opening and end. */
export function ConsideredItems({
  meeting,
  setHours,
}: {
  meeting: MeetingView
  setHours: FormAction | null
}) {
  const t = translations('sitting')
  const hour = (at: Date | null) => (at ? printSeatHour(at) : '')
  return (
    <section>
      <h2 className="mb-2 font-serif text-xl font-semibold">{t('considered')}</h2>
      {meeting.items.length === 0 && <p className="text-quiet">{t('nothingConsidered')}</p>}
      <ul className="grid gap-3">
        {meeting.items.map(({ id, agendaItem, fromAt, untilAt, confirmed }) => (
          <li key={id} className="border-t border-line pt-3">
            <p className="font-semibold">
              {agendaItem.number}
              {agendaItem.letter && ` (${agendaItem.letter})`} {agendaItem.title}
            </p>
            <p className="text-sm text-quiet">
              {[
                [hour(fromAt), hour(untilAt)].filter(Boolean).join('–'),
                !confirmed && t('notConfirmed'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {setHours && (
              <details>
                <summary className="cursor-pointer text-sm">{t('itemHours')}</summary>
                <Form action={setHours} className="mt-3 grid gap-4 sm:grid-cols-3">
                  <input type="hidden" name="meetingItemId" value={id} />
                  <Field
                    name="from"
                    type="time"
                    label={t('fromHour')}
                    defaultValue={hour(fromAt)}
                  />
                  <Field
                    name="until"
                    type="time"
                    label={t('untilHour')}
                    defaultValue={hour(untilAt)}
                  />
                  <div className="self-end">
                    <SubmitButton tone="quiet">{t('saveHours')}</SubmitButton>
                  </div>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
