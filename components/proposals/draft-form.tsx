import type { FormState } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { proposalKinds } from '@/lib/proposals/kinds'
import { locales } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { KeepAndCheck } from '@/components/editor/keep-and-check'
import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { ChoiceField, SelectField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

/** Writes a draft: the wording first, then what is said about it. `copyId` is for a copy beside a colleague's. */
export function DraftForm({
  draft,
  agenda,
  slug,
  copyId,
  action,
}: {
  draft: DraftView
  agenda: readonly { id: string; label: string }[]
  slug: string
  copyId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}) {
  const t = translations('drafts')
  const tp = translations('proposals')
  return (
    <Form keeps={false} action={action} label={t('one')} className="grid max-w-3xl gap-7">
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="copyId" value={copyId} />
      <ClientMessages namespaces={['editor']}>
        <WordingField
          initial={draft.body}
          language={draft.language}
          label={t('text')}
          hint={t('textHint')}
        />
      </ClientMessages>
      <div className="grid gap-7 sm:grid-cols-2">
        <ChoiceField
          name="kind"
          label={t('kind')}
          defaultValue={draft.kind ?? ''}
          options={proposalKinds.map((kind) => ({ value: kind, label: tp(`kinds.${kind}`) }))}
        />
        <SelectField
          name="originalLanguage"
          label={t('language')}
          defaultValue={draft.language}
          options={locales.map((one) => ({ value: one, label: tp(`languages.${one}`) }))}
        />
      </div>
      <SelectField
        name="agendaItemId"
        label={t('agendaItem')}
        defaultValue={draft.agendaItemId ?? ''}
        options={[
          { value: '', label: t('choose') },
          ...agenda.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      {draft.revises && (
        <TextField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          dir="auto"
          defaultValue={draft.reason}
        />
      )}
      <TextField
        name="explanation"
        label={t('explanation')}
        hint={t('explanationHint')}
        rows={4}
        dir="auto"
        defaultValue={draft.explanation}
      />
      <KeepAndCheck
        draft={draft}
        address={paths.draft(slug, draft.id)}
        checkAddress={paths.checkDraft(slug, draft.id)}
        texts={{ save: t('save'), toCheck: t('toCheck') }}
      />
    </Form>
  )
}
