import { z } from 'zod'
import { optionalName, plainLine, requiredName } from '@/lib/text/line'
import { readPanellists } from './lines'

const version = z.coerce.number().int()

/** The panellists of an agenda item, pasted: "Mr. X (State)", one a line. They take the place of those that were there. */
export const SetPanellists = z.object({
  sessionId: z.uuid(),
  version,
  agendaItemId: z.uuid('choose'),
  lines: plainLine(20_000).transform((text, context) => {
    const { panellists, unread } = readPanellists(text)
    if (unread.length > 0) context.addIssue({ code: 'custom', message: 'panellistLine' })
    if (panellists.some(({ name, affiliation }) => name.length > 150 || affiliation.length > 200))
      context.addIssue({ code: 'custom', message: 'tooLong' })
    return panellists
  }),
})
export type SetPanellists = z.output<typeof SetPanellists>

/** One more panellist, after the others of the item. */
export const AddPanellist = z.object({
  sessionId: z.uuid(),
  version,
  agendaItemId: z.uuid('choose'),
  honorific: optionalName(60).default(''),
  name: requiredName(150),
  affiliation: requiredName(200),
})
export type AddPanellist = z.output<typeof AddPanellist>
