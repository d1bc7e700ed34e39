import type { AgendaItemFacts, DecisionFacts, ReportFacts } from '@/lib/report/facts'
import { gap } from '@/lib/report/placeholder'
import { printDay } from '@/lib/report/words/days'
import { listed } from '@/lib/report/words/lists'
import { say, sentences, type Words } from '@/lib/report/words/pieces'
import { sittings } from '@/lib/report/words/sittings'
import { howOf, whoOf } from './decisions'
import { personOf, theGroup } from './names'
import { plainParagraph, type ReportParagraph } from './paragraph'

type Facts = Pick<ReportFacts, 'group' | 'agenda' | 'decisions'>

/** The items of the agenda that are discussed: substantive ones and other matters, with a letter if that was considered. */
export function discussedItems(agenda: readonly AgendaItemFacts[]): AgendaItemFacts[] {
  const items = agenda.filter(({ kind }) => kind === 'substantive' || kind === 'other')
  const subItems = items.filter(({ letter, considered }) => letter && considered.length > 0)
  return items.filter((item) =>
    item.letter
      ? item.considered.length > 0
      : item.considered.length > 0 || !subItems.some(({ number }) => number === item.number),
  )
}

/** "2", "3 (a)" */
export const itemNumber = ({ number, letter }: AgendaItemFacts): string =>
  letter ? `${number} (${letter})` : String(number)

/** "At its 1st and 2nd meetings, on 27 and 28 July 2020, the Expert Group considered agenda item 2, entitled …" */
export function considered(
  item: AgendaItemFacts,
  { group }: Pick<Facts, 'group'>,
): ReportParagraph {
  const values = { item: itemNumber(item), title: item.title }
  const when = sittings({
    at: item.considered,
    allKnown: item.allMeetingsKnown,
    gaps: {
      meetings: gap('meetings', `item:${item.id}:meetings`, 'meetingsOfItem', values),
      dates: gap('meetings', `item:${item.id}:dates`, 'datesOfItem', values),
    },
  })
  return plainParagraph(
    `item:${item.id}`,
    say`At its ${when}, ${theGroup(group)} considered agenda item ${itemNumber(item)}, entitled “${item.title}”.`,
  )
}

/** The facilitators of the discussion of an item, or no paragraph. */
export function panellists({ id, panellists: panel }: AgendaItemFacts): ReportParagraph[] {
  if (panel.length === 0) return []
  const noun = panel.length === 1 ? 'panellist' : 'panellists'
  return [
    plainParagraph(
      `panel:${id}`,
      say`The discussion was facilitated by the following ${noun}: ${listed(panel.map(personOf))}.`,
    ),
  ]
}

const SUMMARY = 'summary of deliberations'

/** The nature and origin of the Chair's summary. `sections` are the letters of its sections. */
export function aboutSummary(facts: Facts, sections: readonly string[]): ReportParagraph {
  const covered = sections.length
    ? ` (covering ${sections.length === 1 ? 'section' : 'sections'} ${listed(sections)})`
    : ''
  return plainParagraph(
    'summary',
    sentences([
      say`Stemming from the meeting, the following ${SUMMARY} was prepared by the Secretariat after the meeting in close coordination with the Chair${organization(facts)}.`,
      say`This ${SUMMARY} was not debated and, consequently, was not subject to adoption during the meeting.`,
      say`It was, instead, a “Summary by the Chair”${covered}, as follows:`,
    ]),
  )
}

/** ", pursuant to the proposed organization of work for the meeting, which …", as far as that was decided. */
function organization({ group, decisions }: Facts): Words {
  const decision = decisions.findLast(({ step }) => step === 'organizationOfWorkApproved')
  if (!decision) return []
  const clause = decision.circulatedOn
    ? ` had been circulated to the extended Bureau of ${theGroup(group)} on ${printDay(decision.circulatedOn)} and`
    : ''
  return say`, pursuant to the proposed organization of work for the meeting, which${clause} was approved by ${whoOf(decision, group)}${approvedWhen(decision)}`
}

/** At the 1st meeting of the group, an approval is one at the opening. */
const approvedWhen = (decision: DecisionFacts): string =>
  decision.how === 'meeting' && (decision.meeting?.number ?? 1) === 1
    ? ' at the opening of the meeting'
    : howOf(decision, 'via')
