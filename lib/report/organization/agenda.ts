import type { AgendaItemFacts, DecisionFacts, ReportFacts } from '@/lib/report/facts'
import { gap } from '@/lib/report/placeholder'
import { say, words } from '@/lib/report/words/pieces'
import { type Sitting, sittings } from '@/lib/report/words/sittings'
import { theGroup } from '@/lib/report/paragraphs/names'
import type { ParagraphLine, ReportParagraph } from '@/lib/report/paragraphs/paragraph'

type Facts = Pick<ReportFacts, 'group' | 'agenda' | 'decisions'>

/** The adoption of the agenda, with the agenda below. */
export function agendaAdopted({ group, agenda, decisions }: Facts): ReportParagraph {
  const decision = decisions.findLast(({ step }) => step === 'agendaAdopted')
  const when = sittings({
    at: decision ? [sittingOf(decision)] : [],
    allKnown: true,
    gaps: {
      meetings: gap('decisions', 'agenda:meeting', 'meetingOfAgenda'),
      dates: gap('decisions', 'agenda:date', 'dateOfAgenda'),
    },
  })
  return {
    key: 'agenda',
    words: say`At its ${when}, ${theGroup(group)} adopted the following provisional agenda:`,
    lines: agendaLines(agenda),
  }
}

/** A decision as the meeting at which it was taken, or the day if the meeting is not known. */
export const sittingOf = ({ meeting, on }: DecisionFacts): Sitting => ({
  meeting: meeting?.number ?? null,
  date: meeting?.date ?? on,
  confirmed: true,
})

/** "1. Organizational matters:", "(a) Opening of the meeting;", "(b) Adoption of the agenda.", "2. …". */
function agendaLines(agenda: readonly AgendaItemFacts[]): ParagraphLine[] {
  const sorted = agenda.toSorted(
    (a, b) => a.number - b.number || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0),
  )
  return sorted.map(({ number, letter, title }, index) => {
    const next = sorted[index + 1]
    const under = next !== undefined && next.number === number && next.letter !== ''
    if (letter)
      return { label: `(${letter})`, depth: 2, words: words(`${title}${under ? ';' : '.'}`) }
    return { label: `${number}.`, depth: 1, words: words(`${title}${under ? ':' : '.'}`) }
  })
}
