import { KeepAndCheck } from '@/components/editor/keep-and-check'
import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { OnBehalfField } from '@/components/groups/on-behalf-field'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { AmendmentDraftDetails } from '@/lib/amendments/drafts/queries'
import type { FormState } from '@/lib/http/form-state'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { LiveChange } from './live-change'

/** Writes a suggested change: the text itself to edit, and beside it the change as it is marked. */
export function AmendmentForm({
  draft,
  groups,
  proposal,
  slug,
  copyId,
  action,
}: {
  draft: AmendmentDraftDetails
  /** The groups of States on whose behalf the delegation may release. */
  groups: readonly { id: string; name: string }[]
  proposal: { id: string; number: number; language: string }
  slug: string
  /** For a copy beside a colleague's draft. */
  copyId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
}) {
  const t = translations('amendments.draft')
  const { number, language } = proposal
  return (
    <Form keeps={false} action={action} label={t('one')} className="grid gap-7">
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="copyId" value={copyId} />
      <input type="hidden" name="proposalId" value={proposal.id} />
      <input type="hidden" name="amendsId" value={draft.amends?.id ?? ''} />
      <input type="hidden" name="revisionNumber" value={draft.revisionNumber} />
      <div className="grid items-start gap-x-10 gap-y-7 lg:grid-cols-2">
        <ClientMessages namespaces={['editor']}>
          <WordingField
            initial={draft.body}
            language={language}
            label={t('text')}
            hint={t('textHint')}
          />
        </ClientMessages>
        <section aria-labelledby="marked">
          <h2 id="marked" className="mb-1.5 text-sm font-semibold">
            {t('marked')}
          </h2>
          <div className="sheet max-h-[70vh] overflow-auto p-4">
            <LiveChange
              base={draft.baseBody}
              initial={draft.body}
              language={language}
              same={t('same')}
            />
          </div>
        </section>
      </div>
      <div className="grid max-w-3xl gap-7">
        <TextField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          rows={3}
          dir="auto"
          defaultValue={draft.reason}
        />
        <OnBehalfField
          groups={groups}
          chosen={draft.onBehalfOf}
          words={{
            label: t('onBehalfOf'),
            hint: t('onBehalfOfHint'),
            nobody: t('onBehalfOfNobody'),
          }}
        />
        <KeepAndCheck
          draft={draft}
          address={paths.amendmentDraft(slug, number, draft.id)}
          checkAddress={paths.checkAmendmentDraft(slug, number, draft.id)}
          texts={{ save: t('save'), toCheck: t('toCheck') }}
        />
      </div>
    </Form>
  )
}
