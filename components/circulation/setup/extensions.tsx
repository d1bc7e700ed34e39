import { ClientMessages } from '@/components/messages/client-messages'
import { Deadline } from '@/components/time/deadline'
import { DeadlineField } from '@/components/time/deadline-field'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { printSeatTime, toSeatInput } from '@/lib/clock'
import type { PreparedCirculation } from '@/lib/circulation/queries'
import { translations } from '@/lib/messages'
import { apart } from '@/lib/text/apart'

/** The deadline of an opened circulation, its changes, and until it has passed the form to change it. */
export function Extensions({
  circulation: { id, openUntil, phase, extensions },
  extend,
}: {
  circulation: PreparedCirculation
  extend: FormAction
}) {
  const t = translations('circulationSetup')
  return (
    <section aria-labelledby="deadline" className="sheet grid max-w-3xl gap-4 p-5">
      <h2 id="deadline" className="font-serif text-xl font-semibold">
        {t('deadline')}
      </h2>
      <p>
        {phase === 'open' ? (
          <>
            {t('openUntil')} <Deadline until={openUntil} />
          </>
        ) : (
          t('ended', { time: printSeatTime(openUntil) })
        )}
      </p>
      {extensions.length > 0 && (
        <ol className="grid gap-1 text-sm">
          {extensions.map((extension) => (
            <li key={extension.extendedAt.toISOString()}>
              {t('extension', {
                time: printSeatTime(extension.extendedAt),
                until: printSeatTime(extension.openUntil),
                reason: apart(extension.reason),
              })}
            </li>
          ))}
        </ol>
      )}
      {phase === 'open' && (
        <Form action={extend}>
          <HiddenValues values={{ id }} />
          <ClientMessages namespaces={['periodsForm']}>
            <DeadlineField label={t('newDeadline')} defaultValue={toSeatInput(openUntil)} />
          </ClientMessages>
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
          <div>
            <SubmitButton tone="quiet">{t('extend')}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
