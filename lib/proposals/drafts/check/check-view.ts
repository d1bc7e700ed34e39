import type { DraftView } from '@/lib/proposals/drafts/queries'
import { checkDraft, type DraftCheck, type Finding } from './check'

/** What `checkDraft` finds in a draft as a page shows it, and what its proposal became meanwhile. */
export function checkDraftView(draft: DraftView): DraftCheck {
  const { revises, language, ...content } = draft
  const { faults, advice } = checkDraft({
    ...content,
    originalLanguage: language,
    proposalId: revises?.proposalId ?? null,
  })
  return { faults: [...faultsOfRevision(revises), ...faults], advice }
}

function faultsOfRevision(revises: DraftView['revises']): Finding[] {
  if (!revises) return []
  const fault = (key: string, values: Finding['values'] = {}): Finding[] => [
    { field: 'body', key, values },
  ]
  if (revises.withdrawn) return fault('proposalWithdrawn')
  if (revises.current !== revises.base)
    return fault('proposalRevised', { revision: revises.current })
  return revises.isSame ? fault('revisionEqual') : []
}
