import type { OfficerFacts, ReportFacts } from '@/lib/report/facts'
import { gap, unknown } from '@/lib/report/placeholder'
import { listed } from '@/lib/report/words/lists'
import { none, say, type Words } from '@/lib/report/words/pieces'
import { meetingOfGroup, personOf, theGroup } from '@/lib/report/paragraphs/names'
import { plainParagraph, type ReportParagraph } from '@/lib/report/paragraphs/paragraph'

type Facts = Pick<ReportFacts, 'group' | 'session' | 'opening'>

/** The opening officer, and the holders of the Chair's powers. */
export const opening = (facts: Facts): ReportParagraph => plainParagraph('opening', words(facts))

function words(facts: Facts): Words {
  const { group } = facts
  const by = facts.opening?.by
  if (!by) return say`The meeting was opened by ${unknown(gap('decisions', 'opening', 'opening'))}.`
  const remotely = facts.opening?.remotely ? ' remotely' : ''
  const office = (officer: OfficerFacts) =>
    `${personOf(officer)}, ${officer.title} of ${theGroup(group)}`
  return say`The meeting was opened${remotely} by ${office(by)}${powers(facts, by, office)}${unnamedPowers(facts)}.`
}

/** A handover that cannot be told without the officer's place in the Bureau is a gap, not left out. */
const unnamedPowers = ({ opening: told }: Facts): Words =>
  told?.unnamedPowers ? say`, ${unknown(gap('bureau', 'opening:powers', 'powers'))}` : none

function powers(facts: Facts, by: OfficerFacts, office: (officer: OfficerFacts) => string): string {
  const handovers = facts.opening?.powers ?? []
  const [first] = handovers
  if (!first) return ''
  const preside = `to preside over the meeting on ${behalfOf(first.from)} behalf, having full powers and duties of the chairperson to conduct the proceedings during ${scopeOf(facts, handovers)}`
  if (samePerson(first.from, by))
    return `, who delegated ${listed(handovers.map(({ to }) => office(to)))}, ${preside}`
  return `, whom ${office(first.from)}, had delegated ${preside}`
}

const scopeOf = ({ group, session }: Facts, handovers: readonly { scope: string }[]): string =>
  listed([...new Set(handovers.map(({ scope }) => scope).filter(Boolean))]) ||
  meetingOfGroup(group, session.ordinal)

const samePerson = (a: OfficerFacts, b: OfficerFacts): boolean => a.name === b.name

/** "his", "her", or "the Chair’s" if neither is known. */
function behalfOf({ possessive, honorific, title }: OfficerFacts): string {
  if (possessive) return possessive
  if (/^Mr\.?$/.test(honorific)) return 'his'
  return /^(?:Ms|Mrs|Miss)\.?$/.test(honorific) ? 'her' : `the ${title}’s`
}
