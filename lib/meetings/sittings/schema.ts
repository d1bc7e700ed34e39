import { z } from 'zod'
import { agendaStepKinds } from '@/lib/sessions/kinds'
import { day } from '@/lib/sessions/schema'
import { plainLine } from '@/lib/text/line'

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hour')
const version = z.coerce.number().int()
const none = z.literal('').transform(() => null)

/** Meetings in the morning and in the afternoon of each day of a session that has none. */
export const MakeMeetings = z.object({ sessionId: z.uuid(), version })
export type MakeMeetings = z.output<typeof MakeMeetings>

const times = {
  date: day,
  from: none.or(hour),
  until: none.or(hour),
}
const bothOrNone = ({ from, until }: { from: string | null; until: string | null }) =>
  (from === null) === (until === null) && (!from || !until || until > from)
const orderOfTimes = { message: 'meetingHours', path: ['until'] }

export const AddMeeting = z
  .object({ sessionId: z.uuid(), version, ...times })
  .refine(bothOrNone, orderOfTimes)
export type AddMeeting = z.output<typeof AddMeeting>

/** Other hours of a meeting, and its presiding officer, if not the holder of the powers. */
export const ChangeMeeting = z
  .object({
    sessionId: z.uuid(),
    version,
    meetingId: z.uuid(),
    ...times,
    presidingId: none.or(z.uuid()).optional().default(null),
  })
  .refine(bothOrNone, orderOfTimes)
export type ChangeMeeting = z.output<typeof ChangeMeeting>

export const RemoveMeeting = z.object({ sessionId: z.uuid(), version, meetingId: z.uuid() })
export type RemoveMeeting = z.output<typeof RemoveMeeting>

const ids = z
  .union([z.array(z.uuid()), z.uuid().transform((single) => [single])])
  .optional()
  .default([])

/** The agenda items that a meeting considered: those that are ticked. */
export const SetConsidered = z.object({
  sessionId: z.uuid(),
  version,
  meetingId: z.uuid(),
  items: ids,
})
export type SetConsidered = z.output<typeof SetConsidered>

/** The hours at which a meeting took an item up and left it. */
export const SetItemHours = z
  .object({ meetingItemId: z.uuid(), from: none.or(hour), until: none.or(hour) })
  .refine(({ from, until }) => !from || !until || until >= from, orderOfTimes)
export type SetItemHours = z.output<typeof SetItemHours>

export const SuspendMeeting = z.object({
  sessionId: z.uuid(),
  meetingId: z.uuid(),
  reason: plainLine(500).default(''),
})
export type SuspendMeeting = z.output<typeof SuspendMeeting>

export const ResumeMeeting = z.object({ sessionId: z.uuid(), meetingId: z.uuid() })
export type ResumeMeeting = z.output<typeof ResumeMeeting>

/** An agenda item is opened, concluded or reopened, on a day. */
export const TakeAgendaStep = z.object({
  sessionId: z.uuid(),
  version,
  agendaItemId: z.uuid(),
  kind: z.enum(agendaStepKinds).exclude(['adopted']),
  meetingId: none.or(z.uuid()).optional().default(null),
})
export type TakeAgendaStep = z.output<typeof TakeAgendaStep>
