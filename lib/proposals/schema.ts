import { z } from 'zod'
import { printable } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'
import { proposalKinds } from './kinds'

const EXPLANATION_LIMIT = 20_000
export const REASON_LIMIT = 4_000

const plain = (limit: number) => z.string().max(limit, 'tooLong').superRefine(printable)

/**
 * The content of a draft: no field needs to be complete. `body` is the editor's JSON; if the editor does not run,
 * `text` holds plain words instead. `version` is that of the draft that was read.
 */
export const WriteDraft = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  kind: z.enum(proposalKinds).or(z.literal('')).default(''),
  agendaItemId: z.uuid().or(z.literal('')).default(''),
  /** The group of States for which it is to be submitted. */
  onBehalfOfId: z.uuid().or(z.literal('')).optional(),
  body: z.string().default(''),
  text: z.string().default(''),
  explanation: plain(EXPLANATION_LIMIT).default(''),
  originalLanguage: z.enum(locales, 'choose').default('en'),
  reason: plain(REASON_LIMIT).default(''),
})
export type WriteDraft = z.output<typeof WriteDraft>

export const StartDraft = z.object({ sessionId: z.uuid() })
export type StartDraft = z.output<typeof StartDraft>

/** A draft as it was read: an act on it is refused if it was written in the meantime. */
export const OneDraft = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1) })
export type OneDraft = z.output<typeof OneDraft>

/** A draft, of any version. */
export const DraftId = z.object({ id: z.uuid() })
export type DraftId = z.output<typeof DraftId>

/** An earlier state of a draft, by the version that held it. */
export const RestoreState = DraftId.extend({ stateVersion: z.coerce.number().int().min(1) })
export type RestoreState = z.output<typeof RestoreState>

const NOTE_LIMIT = 1_000
export const NoteOnDraft = DraftId.extend({
  noteId: z.uuid(),
  note: plain(NOTE_LIMIT).trim().min(1, 'required'),
})
export type NoteOnDraft = z.output<typeof NoteOnDraft>

export const OneProposal = z.object({ proposalId: z.uuid() })
export type OneProposal = z.output<typeof OneProposal>

/** Joining as a co-sponsor names the revision that was read. */
export const CoSponsor = OneProposal.extend({ revisionNumber: z.coerce.number().int().min(1) })
export type CoSponsor = z.output<typeof CoSponsor>

export const TakeOverProposal = OneProposal.extend({ reason: plain(REASON_LIMIT).default('') })
export type TakeOverProposal = z.output<typeof TakeOverProposal>

export const WithdrawProposal = OneProposal.extend({ reason: plain(REASON_LIMIT).default('') })
export type WithdrawProposal = z.output<typeof WithdrawProposal>
