import { paths } from '@/lib/paths'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { proposalKinds } from '@/lib/proposals/kinds'
import { isLocale, locales } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { ChoiceField, SelectField, TextField } from '@/components/ui/field'
import { offersGroups } from '@/components/groups/on-behalf-field'
import type { FormAction } from '@/components/ui/form'
import { FieldPlace } from './field-place'
import { DraftEnd, DraftFrame, DraftOnBehalf, DraftReason, DraftWording } from './written-draft'

/** Writes a draft of a proposal: the wording first, then the facts about it. */
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
  /** The groups of States for which the delegation may submit. */
  groups: readonly { id: string; name: string }[]
  slug: string
  copyId: string
  action: FormAction
}) {
  const t = translations('drafts')
  const tp = translations('proposals')
  return (
    <DraftFrame
      of="proposal"
      id={draft.id}
      copyId={copyId}
      action={action}
      className="grid max-w-3xl gap-7"
    >
      <FieldPlace field="body">
        <DraftWording of="proposal" initial={draft.body} language={draft.language} />
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
              options={locales.map((locale) => ({
                value: locale,
                label: tp(`languages.${locale}`),
              }))}
            />
          )}
        </FieldPlace>
      </div>
      <FieldPlace field="agendaItemId">
        <SelectField
          name="agendaItemId"
          label={t('agendaItem')}
          hint={agenda.length === 0 && t('agendaNotEntered')}
          defaultValue={draft.agendaItemId ?? ''}
          options={[
            { value: '', label: t('choose') },
            ...agenda.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      </FieldPlace>
      {!draft.revises && offersGroups(groups, draft.onBehalfOf) && (
        <FieldPlace field="onBehalfOfId">
          <DraftOnBehalf of="proposal" groups={groups} chosen={draft.onBehalfOf} />
        </FieldPlace>
      )}
      {draft.revises && (
        <FieldPlace field="reason">
          <DraftReason of="proposal" reason={draft.reason} rows={2} />
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
      <DraftEnd
        of="proposal"
        draft={draft}
        address={paths.draft(slug, draft.id)}
        checkAddress={paths.checkDraft(slug, draft.id)}
      />
    </DraftFrame>
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
