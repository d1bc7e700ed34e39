import { z } from 'zod'
import { plainLine, requiredLine } from '@/lib/text/line'
import { statusKinds } from '@/lib/consolidation/kinds'

const slug = z.string().max(100)
const wording = z.coerce.number().int().min(1).max(100_000)

/** The presiding officer declares the status of an item, on the wording that the room has read. */
export const DeclareStatus = z.object({
  slug,
  id: z.uuid(),
  wording,
  kind: z.enum(statusKinds, 'choose'),
  reason: plainLine(2_000).default(''),
})
export type DeclareStatus = z.output<typeof DeclareStatus>

/** A delegation objects to agreement on a wording, with its reason and perhaps the words to which it could agree. */
export const RaiseObjection = z.object({
  slug,
  id: z.uuid(),
  wording,
  reason: requiredLine(4_000),
  text: z.string().default(''),
})
export type RaiseObjection = z.output<typeof RaiseObjection>

export const WithdrawObjection = z.object({ slug, id: z.uuid() })
export type WithdrawObjection = z.output<typeof WithdrawObjection>

/** A delegation speaks for a wording, or does so no more. */
export const StateSupport = z.object({ slug, id: z.uuid(), wording })
export type StateSupport = z.output<typeof StateSupport>

export const WithdrawSupport = z.object({ slug, id: z.uuid() })
export type WithdrawSupport = z.output<typeof WithdrawSupport>

export const PutOnScreen = z.object({ slug, id: z.uuid() })
export type PutOnScreen = z.output<typeof PutOnScreen>

/** The text as it is typed while the room speaks; `version` is that of the screen that was seen. */
export const TypeOnScreen = z.object({
  slug,
  id: z.uuid(),
  baseNumber: wording,
  version: z.coerce.number().int().min(0),
  body: z.string().default(''),
  text: z.string().default(''),
})
export type TypeOnScreen = z.output<typeof TypeOnScreen>

/**
 * The text on the screen becomes the item's wording: as the console shows it, or the last typed text. `baseNumber` is the
 * wording against which the console marks it.
 */
export const FixScreenText = z.object({
  slug,
  id: z.uuid(),
  baseNumber: wording.optional(),
  reason: plainLine(2_000).default(''),
  version: z.coerce.number().int().min(0).optional(),
  body: z.string().default(''),
})
export type FixScreenText = z.output<typeof FixScreenText>

export const ClearScreenText = z.object({ slug, id: z.uuid() })
export type ClearScreenText = z.output<typeof ClearScreenText>

export const TakeSnapshot = z.object({ slug })
export type TakeSnapshot = z.output<typeof TakeSnapshot>

export const UndoSnapshot = z.object({ slug, number: z.coerce.number().int().min(1) })
export type UndoSnapshot = z.output<typeof UndoSnapshot>

/** A correction after adoption; says why. `over` is the SHA-256 of the text that was read. */
export const ProposeCorrigendum = z.object({
  slug,
  id: z.uuid(),
  over: z.hash('sha256'),
  text: requiredLine(100_000),
  reason: requiredLine(2_000),
})
export type ProposeCorrigendum = z.output<typeof ProposeCorrigendum>

/** Releases or discards a proposed corrigendum. */
export const EndCorrigendum = z.object({ slug, id: z.uuid() })
export type EndCorrigendum = z.output<typeof EndCorrigendum>
