import { z } from 'zod'
import { parseSymbol } from '@/lib/documents/symbols/symbol'
import { optionalName } from '@/lib/text/line'
import { locales } from '@/lib/text/locales'
import { proposalKinds } from '@/lib/proposals/kinds'

/** The items of a draft as the database keeps them; `line` is that of the file. */
export const StoredItems = z.array(
  z.object({
    line: z.number().int(),
    number: z.string(),
    heading: z.string(),
    kind: z.enum(proposalKinds),
    language: z.enum(locales),
    text: z.string(),
    by: z.array(z.string()),
  }),
)
export type StoredItem = z.output<typeof StoredItems>[number]

export const StoredProblems = z.array(
  z.object({
    line: z.number().int(),
    key: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

/** The new session as the file or the Secretariat has told it so far, perhaps not complete. */
export const StoredSession = z.object({
  /** The group of the session; '' if the installation has one group, or none was chosen yet. */
  groupId: z.uuid().or(z.literal('')).default('').catch(''),
  ordinal: z.coerce.string().default('').catch(''),
  title: optionalName(300).default('').catch(''),
  place: optionalName(200).default('').catch(''),
  startsOn: z.string().default('').catch(''),
  endsOn: z.string().default('').catch(''),
})
export type StoredSession = z.output<typeof StoredSession>

/** The id of the group of a new session: the one chosen, else the only one; null if a choice is left or no group exists. */
export const groupOfNewSession = (
  { groupId }: Pick<StoredSession, 'groupId'>,
  groups: readonly { id: string }[],
): string | null => groupId || (groups.length === 1 ? groups[0]!.id : null)

const readVersion = { id: z.uuid(), version: z.coerce.number().int() }
const day = z.iso.date('date').or(z.literal(''))

/** The target of the list and its printed form. No field is required before the list is issued. */
export const ChangeImport = z.object({
  ...readVersion,
  /** A session that exists, or '' for a new one, which the fields below tell. */
  sessionId: z.uuid('choose').or(z.literal('')).default(''),
  groupId: z.uuid('choose').or(z.literal('')).default(''),
  ordinal: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,2}$/, 'ordinal')
    .or(z.literal(''))
    .default(''),
  title: optionalName(300).default(''),
  place: optionalName(200).default(''),
  startsOn: day.default(''),
  endsOn: day.default(''),
  agendaNumber: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,1}$/, 'agendaNumber')
    .or(z.literal(''))
    .default(''),
  agendaTitle: optionalName(300).default(''),
  printedOn: day.default(''),
  symbol: optionalName(60)
    .refine((typed) => typed === '' || parseSymbol(typed), 'symbol')
    .default(''),
})
export type ChangeImport = z.output<typeof ChangeImport>

/** A new session as the operator tells it beside a file, perhaps not complete. */
export const ToldSession = ChangeImport.pick({
  ordinal: true,
  title: true,
  place: true,
  startsOn: true,
  endsOn: true,
}).refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
  message: 'datesOrder',
  path: ['endsOn'],
})

/** The draft as it was read. */
export const OneImport = z.object(readVersion)
export type OneImport = z.output<typeof OneImport>
