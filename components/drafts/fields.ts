import type { CheckedField } from '@/lib/proposals/drafts/check/check'

/** The anchor of each field on the page of a draft, for the link "Change". */
export const FIELD_PLACES = {
  body: 'draft-text',
  kind: 'draft-kind',
  agendaItemId: 'draft-agenda-item',
  onBehalfOfId: 'draft-on-behalf-of',
  originalLanguage: 'draft-language',
  reason: 'draft-reason',
  explanation: 'draft-explanation',
} as const satisfies Record<CheckedField | 'explanation', string>

export type DraftField = keyof typeof FIELD_PLACES
