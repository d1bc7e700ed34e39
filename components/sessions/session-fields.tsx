import { sessionFormats, sessionKinds } from '@/lib/sessions/kinds'
import type { SessionView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { ChoiceField, Field } from '@/components/ui/field'

/** The name of a session, its kind, format and place. */
export function SessionFields({
  session,
  place = '',
}: {
  session?: Pick<SessionView, 'title' | 'kind' | 'format' | 'place'>
  place?: string
}) {
  const t = translations('sessionForm')
  const words = translations('sessions')
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('kind')}
        options={sessionKinds.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }))}
        defaultValue={session?.kind ?? 'topical'}
      />
      <ChoiceField
        name="format"
        label={t('format')}
        options={sessionFormats.map((format) => ({
          value: format,
          label: words(`formats.${format}`),
        }))}
        defaultValue={session?.format ?? 'inPerson'}
      />
      <Field name="place" label={t('place')} defaultValue={session?.place ?? place} />
      <Field name="title" label={t('name')} defaultValue={session?.title ?? ''} />
    </>
  )
}

/** The first and the last day. */
export function DateFields() {
  const t = translations('sessionForm')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="startsOn" type="date" label={t('startsOn')} />
      <Field name="endsOn" type="date" label={t('endsOn')} />
    </div>
  )
}
