import { CheckField, Field, SelectField, TextField } from '@/components/ui/field'
import { ordinalWord } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { GroupView } from '@/lib/sessions/groups/queries'

/** The workplan of the latest period as it may be set anew, or an empty one. */
export function WorkplanFields({ group }: { group: Pick<GroupView, 'workplans' | 'sessions'> }) {
  const t = translations('groups')
  const plan = group.workplans[0]
  const circulatedTo = new Set(plan?.circulatedTo)
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="fromYear"
          inputMode="numeric"
          label={t('fromYear')}
          defaultValue={String(plan?.fromYear ?? '')}
        />
        <Field
          name="untilYear"
          inputMode="numeric"
          label={t('untilYear')}
          defaultValue={String(plan?.untilYear ?? '')}
        />
      </div>
      <Field
        name="documentSymbol"
        label={t('planDocument')}
        defaultValue={plan?.documentSymbol ?? ''}
      />
      <CheckField
        name="proposedByChair"
        label={t('byChair')}
        defaultChecked={plan?.proposedByChair ?? true}
      />
      <SelectField
        name="adoptedAtId"
        label={t('planAdopted')}
        defaultValue={plan?.adoptedAtId ?? ''}
        options={[
          { value: '', label: t('notAdopted') },
          ...group.sessions.map(({ id, ordinal }) => ({ value: id, label: ordinalWord(ordinal) })),
        ]}
      />
      <Field
        name="stockTakingYear"
        inputMode="numeric"
        label={t('stockTakingYear')}
        defaultValue={plan?.stockTakingYear ? String(plan.stockTakingYear) : ''}
      />
      <Field
        name="listRule"
        label={t('listRule')}
        hint={t('listRuleHint')}
        defaultValue={plan?.listRule ?? ''}
      />
      <CheckField
        name="secretariatAssists"
        label={t('secretariatAssists')}
        defaultChecked={plan?.secretariatAssists ?? true}
      />
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{t('circulatedTo')}</legend>
        {(['memberStates', 'observers', 'otherStakeholders'] as const).map((audience) => (
          <CheckField
            key={audience}
            name={audience}
            label={t(audience)}
            defaultChecked={plan ? circulatedTo.has(audience) : true}
          />
        ))}
      </fieldset>
      <CheckField
        name="commentsPosted"
        label={t('commentsPosted')}
        defaultChecked={plan?.commentsPosted ?? true}
      />
      <Field
        name="submittedTo"
        label={t('submittedTo')}
        hint={t('submittedToHint')}
        defaultValue={plan?.submittedTo ?? ''}
      />
      <TextField
        name="topics"
        label={t('topics')}
        hint={t('topicsHint')}
        rows={8}
        defaultValue={plan?.topics.map(({ year, title }) => `${year} ${title}`).join('\n') ?? ''}
      />
    </>
  )
}
