import type { FormState } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { proposalKinds } from '@/lib/proposals/kinds'
import { isLocale, locales } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { KeepAndCheck } from '@/components/editor/keep-and-check'
import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { ChoiceField, SelectField, TextField } from '@/components/ui/field'
import { offersGroups, OnBehalfField } from '@/components/groups/on-behalf-field'
import { FieldPlace } from './field-place'
import { Form } from '@/components/ui/form'

/** Writes a draft: the wording first, then what is said about it. `copyId` is for a copy beside a colleague's. */
export function DraftForm({
  draft,
  agenda,
  groups,
  slug,
  copyId,
  action,
}: {
  draft: DraftView
  agenda: readonly { id: string; label: string }[]
  /** The groups of States on whose behalf the delegation may submit. */
  groups: readonly { id: string; name: string }[]
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
      <FieldPlace field="body">
        <ClientMessages namespaces={['editor']}>
          <WordingField
            initial={draft.body}
            language={draft.language}
            label={t('text')}
            hint={t('textHint')}
          />
        </ClientMessages>
      </FieldPlace>
      <div className="grid gap-7 sm:grid-cols-2">
        <FieldPlace field="kind">
          <ChoiceField
            name="kind"
            label={t('kind')}
            defaultValue={draft.kind ?? ''}
            options={proposalKinds.map((kind) => ({ value: kind, label: tp(`kinds.${kind}`) }))}
          />
        </FieldPlace>
        <FieldPlace field="originalLanguage">
          {draft.revises ? (
            <FixedLanguage language={draft.language} />
          ) : (
            <SelectField
              name="originalLanguage"
              label={t('language')}
              defaultValue={draft.language}
              options={locales.map((one) => ({ value: one, label: tp(`languages.${one}`) }))}
            />
          )}
        </FieldPlace>
      </div>
      <FieldPlace field="agendaItemId">
        <SelectField
          name="agendaItemId"
          label={t('agendaItem')}
          defaultValue={draft.agendaItemId ?? ''}
          options={[
            { value: '', label: t('choose') },
            ...agenda.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      </FieldPlace>
      {!draft.revises && offersGroups(groups, draft.onBehalfOf) && (
        <FieldPlace field="onBehalfOfId">
          <OnBehalfField
            groups={groups}
            chosen={draft.onBehalfOf}
            words={{
              label: t('onBehalfOf'),
              hint: t('onBehalfOfHint'),
              nobody: t('onBehalfOfNobody'),
            }}
          />
        </FieldPlace>
      )}
      {draft.revises && (
        <FieldPlace field="reason">
          <TextField
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={2}
            dir="auto"
            defaultValue={draft.reason}
          />
        </FieldPlace>
      )}
      <FieldPlace field="explanation">
        <TextField
          name="explanation"
          label={t('explanation')}
          hint={t('explanationHint')}
          rows={4}
          dir="auto"
          defaultValue={draft.explanation}
        />
      </FieldPlace>
      <KeepAndCheck
        draft={draft}
        address={paths.draft(slug, draft.id)}
        checkAddress={paths.checkDraft(slug, draft.id)}
        texts={{ save: t('save'), toCheck: t('toCheck') }}
      />
    </Form>
  )
}

/** The language of a proposal is that of its first revision. */
function FixedLanguage({ language }: { language: string }) {
  const t = translations('drafts')
  return (
    <>
      <input type="hidden" name="originalLanguage" value={language} />
      <p className="mb-1.5 text-sm font-semibold">{t('language')}</p>
      <p>{isLocale(language) ? translations('proposals')(`languages.${language}`) : language}</p>
      <p className="text-sm text-quiet">{t('languageFixed')}</p>
    </>
  )
}
