import { z } from 'zod'
import { isTimeZone } from '@/lib/seat'
import { groupOfStatesKinds } from '@/lib/sessions/kinds'
import { optionalName, plainLine, requiredName } from '@/lib/text/line'
import { SYMBOL_ROOT } from './symbol-root'

/** A checkbox of a form: "on" if it is ticked. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on')

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour')
const whole = (from: number, until: number) =>
  z.coerce
    .number('wholeNumber')
    .int('wholeNumber')
    .min(from, 'wholeNumber')
    .max(until, 'wholeNumber')
const year = whole(1945, 2999)

const WHOLE_ROOT = new RegExp(`^${SYMBOL_ROOT}$`)

const settings = {
  name: requiredName(300),
  shortName: requiredName(100),
  describedAs: optionalName(200).default(''),
  symbolRoot: requiredName(60).refine((root) => WHOLE_ROOT.test(root), 'symbolRoot'),
  parentBody: requiredName(200),
  seat: requiredName(100).refine((name) => !/[{}<>]/.test(name), 'forbiddenCharacter'),
  timeZone: z.string().refine(isTimeZone, 'timeZone'),
  eventWord: z.enum(['session', 'meeting'], 'choose'),
  observersMayPropose: ticked,
  stakeholdersMayComment: ticked,
  observersMayTakePosition: ticked,
  responsesRequired: ticked,
  silenceHours: whole(1, 720),
  silenceGraceMinutes: whole(0, 1440),
  morningFrom: hour,
  morningUntil: hour,
  afternoonFrom: hour,
  afternoonUntil: hour,
}
type Hours = Record<'morningFrom' | 'morningUntil' | 'afternoonFrom' | 'afternoonUntil', string>
const inOrder = (hours: Hours): boolean =>
  hours.morningFrom < hours.morningUntil &&
  hours.morningUntil <= hours.afternoonFrom &&
  hours.afternoonFrom < hours.afternoonUntil
const orderOfHours = { message: 'hoursOrder', path: ['afternoonUntil'] }

/** Another group on this installation. */
export const MakeGroup = z.object(settings).refine(inOrder, orderOfHours)
export type MakeGroup = z.output<typeof MakeGroup>

/** The settings of a group; `version` is the one that was read. */
export const ChangeGroup = z
  .object({ groupId: z.uuid(), version: z.coerce.number().int(), ...settings })
  .refine(inOrder, orderOfHours)
export type ChangeGroup = z.output<typeof ChangeGroup>

/** As much of a day as is known: "2019-12-18", "2017-05", "2010" or nothing. */
const isDated = (text: string): boolean =>
  /^(\d{4}(-(0[1-9]|1[0-2]))?)?$/.test(text) || z.iso.date().safeParse(text).success

/** The day of a mandate, if more than its year or month is known. */
export const dayOf = (dated: string): Date | null =>
  /^\d{4}-\d\d-\d\d$/.test(dated) ? new Date(dated) : null

const mandate = {
  symbol: optionalName(60).default(''),
  dated: z.string().refine(isDated, 'dated'),
  adoptedAtSession: z
    .literal('')
    .transform(() => null)
    .or(whole(1, 999)),
  instrument: plainLine(1_000).default(''),
  asked: plainLine(10_000).default(''),
}

/** A resolution from which the group has its task. */
export const AddMandate = z.object({ groupId: z.uuid(), body: requiredName(200), ...mandate })
export type AddMandate = z.output<typeof AddMandate>

export const RemoveMandate = z.object({ mandateId: z.uuid() })
export type RemoveMandate = z.output<typeof RemoveMandate>

/** The mandates that the form of a first group has room for; the page of the group takes more. */
export const firstMandates = [1, 2, 3] as const
type FirstMandate = (typeof firstMandates)[number]
type MandateField = 'body' | 'symbol' | 'dated' | 'asked'

const body = optionalName(200).default('')
const { symbol, asked } = mandate
const dated = mandate.dated.default('')
const mandateFields = {
  body1: body,
  symbol1: symbol,
  dated1: dated,
  asked1: asked,
  body2: body,
  symbol2: symbol,
  dated2: dated,
  asked2: asked,
  body3: body,
  symbol3: symbol,
  dated3: dated,
  asked3: asked,
}

/** The first group of an installation with its mandates: checked, changed again, or written. */
export const SetUpGroup = z
  .object({
    step: z.enum(['check', 'change', 'write']),
    ...settings,
    ...mandateFields,
  })
  .refine(inOrder, orderOfHours)
  .superRefine((typed, context) => {
    for (const { n, ...row } of mandatesOf(typed))
      if (!row.body && (row.symbol || row.dated || row.asked))
        context.addIssue({ code: 'custom', message: 'required', path: [`body${n}`] })
  })
  .transform((typed) => ({
    step: typed.step,
    settings: settingsOf(typed),
    mandates: mandatesOf(typed)
      .filter((row) => row.body)
      .map(({ body, symbol, dated, asked }) => ({ body, symbol, dated, asked })),
  }))
export type SetUpGroup = z.output<typeof SetUpGroup>

/** The settings alone, out of a form that holds more. */
function settingsOf<Typed extends MakeGroup>(typed: Typed): MakeGroup {
  const names = Object.keys(settings) as (keyof MakeGroup)[]
  return Object.fromEntries(names.map((name) => [name, typed[name]])) as MakeGroup
}

const mandatesOf = (typed: Record<`${MandateField}${FirstMandate}`, string>) =>
  firstMandates.map((n) => ({
    n,
    body: typed[`body${n}`],
    symbol: typed[`symbol${n}`],
    dated: typed[`dated${n}`],
    asked: typed[`asked${n}`],
  }))

/** Topics of a workplan, one a line: "2020 International cooperation". */
const topics = plainLine(20_000).transform((text, context) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, fromYear, title] = /^(\d{4})[:.,\s–-]+(\S.*)$/.exec(line) ?? []
      if (!fromYear || !title) context.addIssue({ code: 'custom', message: 'topicLine' })
      return { year: Number(fromYear), title: (title ?? '').slice(0, 300) }
    }),
)

/** The group's work by year. */
export const SetWorkplan = z
  .object({
    groupId: z.uuid(),
    fromYear: year,
    untilYear: year,
    documentSymbol: optionalName(100).default(''),
    proposedByChair: ticked,
    adoptedAtId: z
      .literal('')
      .transform(() => null)
      .or(z.uuid()),
    stockTakingYear: z
      .literal('')
      .transform(() => null)
      .or(year),
    listRule: plainLine(1_000).default(''),
    secretariatAssists: ticked,
    memberStates: ticked,
    observers: ticked,
    otherStakeholders: ticked,
    commentsPosted: ticked,
    submittedTo: optionalName(200).default(''),
    topics,
  })
  .refine(({ fromYear, untilYear }) => untilYear >= fromYear, {
    message: 'yearsOrder',
    path: ['untilYear'],
  })
  .refine(
    ({ fromYear, untilYear, topics: planned }) =>
      planned.every(({ year: at }) => at >= fromYear && at <= untilYear),
    { message: 'topicYear', path: ['topics'] },
  )
export type SetWorkplan = z.output<typeof SetWorkplan>

/** A group of States, one member a line. */
export const SetGroupOfStates = z.object({
  groupId: z.uuid(),
  name: requiredName(200),
  kind: z.enum(groupOfStatesKinds, 'choose'),
  members: plainLine(20_000).transform((text) => [
    ...new Set(
      text
        .split(/[\n;]/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]),
})
export type SetGroupOfStates = z.output<typeof SetGroupOfStates>
