import { ClientMessages } from '@/components/messages/client-messages'
import { DeadlineField } from '@/components/time/deadline-field'
import { Confirmed } from '@/components/ui/confirmed'
import { AskedField, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import type { SilenceView } from '@/lib/silence/queries'
import { locales } from '@/lib/text/locales'

/** The acts before the opening: language versions, then the opening itself, or to discard it. */
export function PreparingForms({
  view,
  acts,
}: {
  view: SilenceView
  acts: { write: FormAction; open: FormAction; discard: FormAction }
}) {
  const t = translations('silence')
  const f = translations('silence.fields')
  const language = translations('proposals.languages')
  const { id, version, number } = view.silence
  const readVersion = { id, version }
  return (
    <div className="grid gap-10">
      <section aria-labelledby="write">
        <h2 id="write" className="mb-2 font-serif text-xl font-semibold">
          {t('addLanguage')}
        </h2>
        <Form action={acts.write} className="grid gap-4" label={t('addLanguage')}>
          <p className="max-w-prose text-sm text-quiet">{t('writeLead')}</p>
          <HiddenValues values={readVersion} />
          <SelectField
            name="language"
            label={f('language')}
            options={locales.map((locale) => ({ value: locale, label: language(locale) }))}
          />
          <TextField name="text" label={f('text')} rows={6} />
          <div>
            <SubmitButton tone="quiet">{t('write')}</SubmitButton>
          </div>
        </Form>
      </section>
      <section aria-labelledby="open">
        <h2 id="open" className="mb-2 font-serif text-xl font-semibold">
          {t('open')}
        </h2>
        <Form action={acts.open} className="grid gap-4" label={t('open')}>
          <p className="max-w-prose">{t('openLead', { hours: view.hours })}</p>
          <HiddenValues values={readVersion} />
          <ClientMessages namespaces={['periodsForm']}>
            <DeadlineField label={t('openUntil')} />
          </ClientMessages>
          <AskedField name="unreachedConfirmed" label={t('unreachedConfirm')} />
          <div>
            <SubmitButton>{t('open')}</SubmitButton>
          </div>
        </Form>
      </section>
      <Confirmed title={t('discard')} label={t('discardThis', { number })} action={acts.discard}>
        <HiddenValues values={{ id }} />
        <p className="max-w-prose text-sm">{t('discardLead')}</p>
      </Confirmed>
    </div>
  )
}
