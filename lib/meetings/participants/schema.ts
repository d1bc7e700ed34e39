import { z } from 'zod'
import { plainLine } from '@/lib/text/line'
import { readAccredited } from './lines'

/** The names of a delegation, one a line; they take the place of those that were there, and none leaves it to its members. */
export const SetAccredited = z.object({
  delegationId: z.uuid(),
  lines: plainLine(30_000)
    .default('')
    .transform((text, context) => {
      const people = text
        .split('\n')
        .filter((line) => line.trim())
        .map(readAccredited)
      if (people.includes(null)) context.addIssue({ code: 'custom', message: 'accreditedLine' })
      const validPeople = people.filter((person) => person !== null)
      if (validPeople.some(({ name, title }) => name.length > 150 || title.length > 300))
        context.addIssue({ code: 'custom', message: 'tooLong' })
      return validPeople
    }),
})
export type SetAccredited = z.output<typeof SetAccredited>

export const IssueParticipants = z.object({ sessionId: z.uuid() })
export type IssueParticipants = z.output<typeof IssueParticipants>
