import {
  DraftEnd,
  DraftFrame,
  DraftOnBehalf,
  DraftReason,
  DraftWording,
} from '@/components/drafts/written-draft'
import type { FormAction } from '@/components/ui/form'
import type { AmendmentDraftDetails } from '@/lib/amendments/drafts/queries'
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
  /** The groups of States for which the delegation may release. */
  groups: readonly { id: string; name: string }[]
  proposal: { id: string; number: number; language: string }
  slug: string
  copyId: string
  action: FormAction
}) {
  const t = translations('amendments.draft')
  const { number, language } = proposal
  return (
    <DraftFrame of="amendment" id={draft.id} copyId={copyId} action={action} className="grid gap-7">
      <input type="hidden" name="proposalId" value={proposal.id} />
      <input type="hidden" name="amendsId" value={draft.amends?.id ?? ''} />
      <input type="hidden" name="revisionNumber" value={draft.revisionNumber} />
      <div className="grid items-start gap-x-10 gap-y-7 lg:grid-cols-2">
        <DraftWording of="amendment" initial={draft.body} language={language} />
        <section aria-labelledby="marked">
          <h2 id="marked" className="mb-1.5 text-sm font-semibold">
            {t('marked')}
          </h2>
          <div className="sheet max-h-[70vh] overflow-auto p-4">
            <LiveChange
              base={draft.baseBody}
              initial={draft.body}
              language={language}
              unchangedText={t('same')}
            />
          </div>
        </section>
      </div>
      <div className="grid max-w-3xl gap-7">
        <DraftReason of="amendment" reason={draft.reason} rows={3} />
        <DraftOnBehalf of="amendment" groups={groups} chosen={draft.onBehalfOf} />
        <DraftEnd
          of="amendment"
          draft={draft}
          address={paths.amendmentDraft(slug, number, draft.id)}
          checkAddress={paths.checkAmendmentDraft(slug, number, draft.id)}
        />
      </div>
    </DraftFrame>
  )
}
