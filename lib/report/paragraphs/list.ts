import type { ReportFacts, WorkplanFacts } from '@/lib/report/facts'
import { gap, unknown } from '@/lib/report/placeholder'
import { say, sentences, type Words, words } from '@/lib/report/words/pieces'
import { capital, eventOf, theGroup } from './names'
import { plainParagraph, type ReportParagraph } from './paragraph'

type Facts = Pick<ReportFacts, 'group' | 'session' | 'workplan'>

/**
 * The workplan's rule on the list of a session, and on its use at the stock-taking. A stock-taking has its list also
 * where no workplan is entered.
 */
export function aboutList(facts: Facts): ReportParagraph[] {
  const { workplan } = facts
  if (facts.session.kind === 'stockTaking')
    return [plainParagraph('list:consolidated', consolidated(facts, workplan))]
  if (!workplan) return []
  return [
    plainParagraph(
      'list:compiled',
      sentences([compiled(facts, workplan), included(facts, workplan)]),
    ),
    plainParagraph('list:next', sentences([willConsolidate(facts, workplan), comments(workplan)])),
  ]
}

/** "2018–2021" */
export const yearsOf = ({ fromYear, untilYear }: WorkplanFacts): string =>
  fromYear === untilYear ? String(fromYear) : `${fromYear}–${untilYear}`

function compiled({ group }: Facts, workplan: WorkplanFacts): Words {
  const proposal = workplan.proposedByChair ? 'the Chair’s proposal for ' : ''
  const symbol = workplan.symbol
    ? words(workplan.symbol)
    : unknown(gap('workplan', 'workplan:symbol', 'workplanSymbol'))
  const help = workplan.secretariatAssists
    ? 'with the necessary assistance of the Secretariat and based on'
    : 'based on'
  const rule = workplan.listRule && `, which are ${workplan.listRule}`
  return say`In line with ${proposal}the ${yearsOf(workplan)} workplan of ${theGroup(group)} (${symbol}), the Rapporteur, ${help} the discussions and deliberations during the meeting, prepared a list of preliminary conclusions and recommendations suggested by Member States${rule}.`
}

function included({ group, session }: Facts, { stockTakingYear }: WorkplanFacts): Words {
  const limit = stockTakingYear ? ` not later than ${stockTakingYear}` : ''
  return say`Pursuant to the workplan, the list was included in the report of the ${eventOf(group, session)} as a compilation of suggestions made by Member States, for further discussion at the stock-taking meeting${limit}.`
}

const receiver = ({ group }: Facts, workplan: WorkplanFacts | null): string =>
  `the ${workplan?.submittedTo || group.parentBody}`

const willConsolidate = (facts: Facts, workplan: WorkplanFacts): Words =>
  say`As provided for in the workplan, at its stock-taking meeting, ${theGroup(facts.group)} will consider the accumulated preliminary conclusions and recommendations and will consolidate them in a list of adopted conclusions and recommendations for submission to ${receiver(facts, workplan)}.`

const consolidated = (facts: Facts, workplan: WorkplanFacts | null): Words =>
  say`${inLineWith(facts, workplan)} considered the accumulated preliminary conclusions and recommendations and consolidated them in a list of adopted conclusions and recommendations for submission to ${receiver(facts, workplan)}.`

function inLineWith({ group }: Facts, workplan: WorkplanFacts | null): string {
  const name = theGroup(group)
  return workplan
    ? `In line with the ${yearsOf(workplan)} workplan of ${name}, ${name}`
    : capital(name)
}

const ADDRESSEES: Record<string, string> = {
  memberStates: 'all Member States',
  observers: 'observers',
  otherStakeholders: 'other stakeholders',
}

function comments({ circulatedTo, commentsPosted }: WorkplanFacts): Words {
  if (circulatedTo.length === 0) return []
  const posted = commentsPosted
    ? ' and the latter will be posted online in advance of the stock-taking meeting for consideration by delegations'
    : ''
  return say`Prior to the stock-taking meeting, the preliminary conclusions and recommendations proposed by Member States will be circulated to ${addressees(circulatedTo)} for comments${posted}.`
}

/** With a comma before the last of three, as the workplan's own sentence has it. */
function addressees(kinds: readonly string[]): string {
  const names = Object.keys(ADDRESSEES)
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ADDRESSEES[kind]!)
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}
