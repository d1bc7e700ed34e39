import { z } from 'zod'
import { type Remembered, rememberedSchema } from '@/lib/text/weave/decisions'
import { MAX_JSON } from '@/lib/text/document/document'
import { faultOf, plainLine } from '@/lib/text/line'
import { isLocale } from '@/lib/text/locales'
import { withoutMarks } from '@/lib/text/signs'
import { typedOver } from '@/lib/text/document/typed-over'

const LIMIT = 4_000
const reason = plainLine(LIMIT)

/** Reasons by amendment, as a joining keeps them. */
export const StoredReasons = z.record(z.string(), z.string())

/** Decisions about changes and reasons by amendment, as the desk keeps them. */
const Decided = z.object({
  decisions: rememberedSchema
    .refine((decisions) => JSON.stringify(decisions).length <= MAX_JSON, 'tooLong')
    .superRefine((decisions, context) => {
      for (const { decision } of decisions) {
        const fault = 'write' in decision ? faultOf(withoutMarks(decision.write)) : null
        if (fault) context.addIssue({ code: 'custom', message: fault })
      }
    }),
  reasons: z.record(z.uuid(), reason),
})

/**
 * The saved state of joining amendments into a text: `version` is that of the joining that was read, 0 for none. The id
 * comes with the form.
 */
export const SaveJoining = Decided.extend({
  id: z.uuid(),
  proposalId: z.uuid(),
  baseNumber: z.coerce.number().int().min(1).max(10_000),
  version: z.coerce.number().int().min(0),
})
export type SaveJoining = z.output<typeof SaveJoining>

/** Releases the joined text; `seen` names the amendments that the person saw. */
export const SubmitJoining = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  seen: z.string().max(100_000),
  reason,
})
export type SubmitJoining = z.output<typeof SubmitJoining>

/** Declines these amendments, as the saved decisions do, without a revision. */
export const DeclineAlone = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  amendmentIds: z.array(z.uuid()).min(1).max(1_000),
})
export type DeclineAlone = z.output<typeof DeclineAlone>

/** The name of a change in the form, and its choices. */
export const choiceName = (index: number) => `choice-${index}`
export const placeName = (index: number) => `place-${index}`
export const wordsName = (index: number) => `words-${index}`
export const reasonName = (amendmentId: string) => `reason-${amendmentId}`
export const partName = (index: number, part: number) => `part-${index}-${part}`
export const TAKE = 'take:'

const place = z.strictObject({ at: z.int().nonnegative(), base: z.string() })

/**
 * The desk's form: for each change its place, one choice and the own words. A browser sends its own line ends; they are
 * normalized here.
 */
export const JoiningForm = z
  .looseObject({
    id: z.string(),
    proposalId: z.string(),
    baseNumber: z.string(),
    version: z.string(),
    language: z.string(),
    act: z.string().default('save'),
  })
  .transform((form, context) => {
    const text = (name: string) => {
      const value = form[name]
      return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
    }
    const names = Object.keys(form)
    const locale = isLocale(form.language) ? form.language : 'en'
    const decisions = names.flatMap((name): Remembered => {
      const index = /^place-(\d+)$/.exec(name)?.[1]
      const entry = index === undefined ? null : place.safeParse(fromJson(text(name))).data
      if (!entry) return []
      const choice = text(choiceName(Number(index)))
      if (choice === 'keep') return [{ ...entry, decision: { keep: true } }]
      if (choice.startsWith(TAKE))
        return [{ ...entry, decision: { take: choice.slice(TAKE.length) } }]
      if (choice === 'parts') {
        const parts = names
          .filter((key) => key.startsWith(`part-${index}-`))
          .map((_, part) => text(partName(Number(index), part)))
          .map((value) => (value.startsWith(TAKE) ? value.slice(TAKE.length) : null))
        return [{ ...entry, decision: { parts } }]
      }
      if (choice !== 'write') return []
      const write = typedOver(entry.base, text(wordsName(Number(index))), locale)
      return [{ ...entry, decision: { write } }]
    })
    const reasons = Object.fromEntries(
      names
        .filter((name) => name.startsWith('reason-') && text(name).trim() !== '')
        .map((name) => [name.slice('reason-'.length), text(name)]),
    )
    const { id, proposalId, baseNumber, version } = form
    const parsed = SaveJoining.safeParse({
      id,
      proposalId,
      baseNumber,
      version,
      decisions,
      reasons,
    })
    if (parsed.success) return { ...parsed.data, act: form.act }
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
    return z.NEVER
  })

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
