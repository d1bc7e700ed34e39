import type { ReportFacts } from '@/lib/report/facts'
import { gap } from '@/lib/report/placeholder'
import { say } from '@/lib/report/words/pieces'
import { type Sitting, sittings } from '@/lib/report/words/sittings'
import { sittingOf } from './agenda'
import { theGroup } from '@/lib/report/paragraphs/names'
import { plainParagraph, type ReportParagraph } from '@/lib/report/paragraphs/paragraph'

type Facts = Pick<ReportFacts, 'group' | 'agenda' | 'meetings' | 'decisions'>

/** The adoption of the report: at the meeting that decided it, else that foreseen for it, else the last one. */
export function adoption(facts: Facts): ReportParagraph {
  const when = sittings({
    at: adoptedAt(facts),
    allKnown: true,
    gaps: {
      meetings: gap('meetings', 'adoption:meeting', 'meetingOfAdoption'),
      dates: gap('meetings', 'adoption:date', 'dateOfAdoption'),
    },
  })
  return plainParagraph(
    'adoption',
    say`At its ${when}, ${theGroup(facts.group)} adopted this report.`,
  )
}

function adoptedAt({ agenda, meetings, decisions }: Facts): Sitting[] {
  const decision = decisions.findLast(({ step }) => step === 'reportAdopted')
  if (decision) return [sittingOf(decision)]
  const item = agenda.find(
    ({ kind, considered }) => kind === 'adoptionOfReport' && considered.length,
  )
  const foreseen = item?.considered.at(-1)
  if (foreseen) return [foreseen]
  const last = meetings.toSorted((a, b) => a.number - b.number).at(-1)
  return last ? [{ meeting: last.number, date: last.date, confirmed: true }] : []
}
