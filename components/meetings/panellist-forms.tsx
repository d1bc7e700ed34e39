import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { printPanellist } from '@/lib/meetings/panellists/lines'
import { translations } from '@/lib/messages'
import type { AgendaItemView } from '@/lib/sessions/overview-queries'

/** Panellists by a form, one after another, and by a paste of a whole programme. */
export function PanellistForms({
  session,
  agenda,
  actions,
}: {
  session: { id: string; version: number }
  agenda: readonly AgendaItemView[]
  actions: { add: FormAction; set: FormAction }
}) {
  const t = translations('sitting')
  const ids = (
    <>
      <input type="hidden" name="sessionId" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
    </>
  )
  const substantive = agenda.filter(({ letter }) => letter === '')
  const items = substantive.map(({ id, number, title }) => ({
    value: id,
    label: `${number}. ${title}`,
  }))
  const first =
    substantive.find(({ panellists }) => panellists.length > 0) ??
    substantive.find(({ kind }) => kind === 'substantive')
  return (
    <div className="no-print mt-10 grid items-start gap-8 lg:grid-cols-2">
      <Form action={actions.add} className="sheet grid gap-5 p-5">
        <h2 className="font-serif text-xl font-semibold">{t('addPanellist')}</h2>
        {ids}
        <SelectField
          name="agendaItemId"
          label={t('item')}
          options={items}
          defaultValue={first?.id ?? ''}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="honorific" label={t('honorific')} />
          <Field name="name" label={t('name')} />
        </div>
        <Field name="affiliation" label={t('affiliation')} />
        <div>
          <SubmitButton>{t('addPanellist')}</SubmitButton>
        </div>
      </Form>
      <Form action={actions.set} className="sheet grid gap-5 p-5">
        <h2 className="font-serif text-xl font-semibold">{t('pastePanellists')}</h2>
        <p className="text-sm text-quiet">{t('pasteHint')}</p>
        {ids}
        <SelectField
          name="agendaItemId"
          label={t('item')}
          options={items}
          defaultValue={first?.id ?? ''}
        />
        <TextField
          name="lines"
          label={t('lines')}
          hint={t('linesHint')}
          rows={8}
          defaultValue={first?.panellists.map(printPanellist).join('\n') ?? ''}
        />
        <div>
          <SubmitButton tone="quiet">{t('setPanellists')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
