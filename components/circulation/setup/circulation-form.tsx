import { ClientMessages } from '@/components/messages/client-messages'
import { DeadlineField } from '@/components/time/deadline-field'
import { CheckGroup, ChoiceField, Field, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ordinalWord, toSeatInput } from '@/lib/clock'
import { mergeFields } from '@/lib/circulation/merge-fields'
import { postingRules } from '@/lib/circulation/posting/posted'
import type { CirculatedListView, PreparedCirculation } from '@/lib/circulation/queries'
import { translations } from '@/lib/messages'
import { locales } from '@/lib/text/locales'

/** The content of a circulation: its lists, letter, deadline and rule of posting. */
export function CirculationForm({
  action,
  values,
  circulation,
  lists,
  button,
}: {
  action: FormAction
  values: Record<string, string | number>
  /** The circulation that is changed; null for a new one. */
  circulation: PreparedCirculation | null
  /** The issued lists of the group. */
  lists: readonly CirculatedListView[]
  button: string
}) {
  const t = translations('circulationSetup')
  const words = translations('proposals.languages')
  const listIds = new Set(circulation?.lists.map(({ id }) => id))
  return (
    <Form action={action} className="grid max-w-3xl gap-6">
      <HiddenValues values={values} />
      <Field
        name="title"
        label={t('name')}
        defaultValue={circulation?.title ?? t('usualName')}
        maxLength={200}
      />
      <CheckGroup
        name="lists"
        legend={t('lists')}
        hint={t('listsHint')}
        options={lists.map((list) => ({
          value: list.id,
          label: listLabel(list),
          checked: circulation ? listIds.has(list.id) : true,
        }))}
      />
      <ClientMessages namespaces={['periodsForm']}>
        <DeadlineField
          label={t('deadline')}
          defaultValue={circulation ? toSeatInput(circulation.openUntil) : ''}
        />
      </ClientMessages>
      <ChoiceField
        name="postingRule"
        label={t('posting')}
        hint={t('postingHint')}
        options={postingRules.map((rule) => ({ value: rule, label: t(`rules.${rule}`) }))}
        defaultValue={circulation?.postingRule ?? 'atDeadline'}
      />
      <Field
        name="postAt"
        type="datetime-local"
        label={t('postAt')}
        hint={t('postAtHint')}
        defaultValue={circulation?.postAt ? toSeatInput(circulation.postAt) : ''}
      />
      <TextField
        name="letter"
        label={t('letter')}
        hint={t('letterHint', { fields: mergeFields.map((field) => `{${field}}`).join(', ') })}
        rows={12}
        defaultValue={circulation?.letter ?? t('usualLetter', braced)}
      />
      <CheckGroup
        name="languages"
        legend={t('languages')}
        hint={t('languagesHint')}
        options={locales.map((locale) => ({
          value: locale,
          label: words(locale),
          checked: circulation ? circulation.languages.includes(locale) : locale === 'en',
        }))}
      />
      <Field
        name="remindDays"
        label={t('remind')}
        hint={t('remindHint')}
        defaultValue={(circulation?.remindDays ?? [14, 3, 1]).join(', ')}
      />
      <div>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Form>
  )
}

/** The merge fields as a letter writes them, for a sentence of the messages in which braces have a meaning. */
const braced = Object.fromEntries(mergeFields.map((field) => [field, `{${field}}`]))

/** A list as it is named: "Fourth session, 12 items (UNODC/…)". */
export function listLabel({ ordinal, items, symbol }: CirculatedListView): string {
  const t = translations('circulationSetup')
  const label = t('list', { session: ordinalWord(ordinal), items, symbol: symbol || 'none' })
  return label.charAt(0).toUpperCase() + label.slice(1)
}
