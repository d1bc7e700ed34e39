import { CheckGroup, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { CompiledComment } from '@/lib/circulation/compilation/views'
import { responseOutcomes } from '@/lib/circulation/responses/kinds'
import { translations } from '@/lib/messages'

/** The response to a comment: kept for the officers, or released, also to others that say the same. */
export function ResponseForm({
  slug,
  circulationId,
  comment,
  identical,
  action,
}: {
  slug: string
  circulationId: string
  comment: CompiledComment
  identical: readonly CompiledComment[]
  action: FormAction
}) {
  const t = translations('compilation')
  const { draft } = comment
  return (
    <Form action={action} label={t('answer')} className="grid gap-4">
      <HiddenValues
        values={{
          slug,
          circulationId,
          commentId: comment.id,
          version: draft?.version ?? 0,
        }}
      />
      <SelectField
        name="outcome"
        label={t('outcome')}
        options={[
          { value: '', label: t('chooseOutcome') },
          ...responseOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`outcomes.${outcome}`),
          })),
        ]}
        defaultValue={draft?.outcome ?? ''}
      />
      <TextField
        name="text"
        label={t('response')}
        hint={t('responseHint')}
        rows={6}
        defaultValue={draft?.text ?? ''}
      />
      {identical.length > 0 && (
        <CheckGroup
          name="also"
          legend={t('alsoAnswer', { count: identical.length })}
          options={identical.map(({ id, name }) => ({ value: id, label: name, checked: true }))}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="act" value="release">
          {t('release')}
        </SubmitButton>
        <SubmitButton name="act" value="keep" tone="quiet">
          {t('keep')}
        </SubmitButton>
      </div>
    </Form>
  )
}
