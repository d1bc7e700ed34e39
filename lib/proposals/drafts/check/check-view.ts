import type { DraftView } from '@/lib/proposals/drafts/queries'
import { checkDraft, type DraftCheck, type Finding } from './check'

/**
 * The findings of `checkDraft` for a page, the changes to the draft's proposal meanwhile, and whether its delegation
 * may act on behalf of the group that it names: `groups` are the groups for which it may. `agenda` are the items from
 * which the writer can choose.
 */
export function checkDraftView(
  draft: DraftView,
  groups: readonly { id: string }[],
  agenda: readonly unknown[],
): DraftCheck {
  const { revises, language, ...content } = draft
  const { faults, advice } = checkDraft({
    ...content,
    originalLanguage: language,
    proposalId: revises?.proposalId ?? null,
  })
  const { onBehalfOf } = draft
  const isForeign = onBehalfOf && !groups.some(({ id }) => id === onBehalfOf.id)
  const foreign: Finding[] = isForeign
    ? [{ field: 'onBehalfOfId', key: 'notOfGroup', values: { group: onBehalfOf.name } }]
    : []
  const said = faults.map((fault) =>
    fault.key === 'agendaItemMissing' && agenda.length === 0
      ? { ...fault, key: 'agendaNotEntered' }
      : fault,
  )
  return { faults: [...faultsOfRevision(revises), ...said, ...foreign], advice }
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
