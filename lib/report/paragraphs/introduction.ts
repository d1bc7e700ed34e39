import type { EarlierMeetingFacts, MandateFacts, ReportFacts } from '@/lib/report/facts'
import { gap, unknown } from '@/lib/report/placeholder'
import { heldOn, printDay } from '@/lib/report/words/days'
import { sessionOrdinal } from '@/lib/report/words/lists'
import { say, sentences, stopped, type Words, words } from '@/lib/report/words/pieces'
import { bodyOf, meetingOfGroup } from './names'
import { plainParagraph, type ReportParagraph } from './paragraph'

type Facts = Pick<ReportFacts, 'group' | 'mandates' | 'earlier'>

/** The mandates and the earlier sessions, one paragraph each, in the order of their dates. */
export function introduction(facts: Facts): ReportParagraph[] {
  const entries = [
    ...facts.mandates.map((mandate) => ({
      on: mandate.dated,
      paragraph: plainParagraph(`mandate:${mandate.id}`, mandateWords(mandate)),
    })),
    ...facts.earlier.map((meeting) => ({
      on: meeting.startsOn,
      paragraph: plainParagraph(`earlier:${meeting.ordinal}`, earlierWords(meeting, facts)),
    })),
  ]
  return entries
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ paragraph }) => paragraph)
}

/** "In its resolution 74/173 of 18 December 2019, the General Assembly …" */
function mandateWords(mandate: MandateFacts): Words {
  const { symbol, body, instrument, asked, id } = mandate
  const source = instrument || `its resolution ${symbol}${adoption(mandate)}`
  const name = symbol || body
  const request = asked
    ? words(stopped(asked))
    : say`${unknown(gap('group', `mandate:${id}`, 'mandate', { name }))}.`
  return say`In ${source}, ${bodyOf(body)} ${request}`
}

/** The adoption date of a resolution, as far as it is known: by day, by month, or nothing. */
function adoption({ dated, adoptedAtSession }: MandateFacts): string {
  const [year, month, day] = dated.split('-')
  const monthWords = month ? printDay(`${year}-${month}-01`).replace(/^1 /, '') : ''
  if (adoptedAtSession) {
    const when = day ? ` on ${printDay(dated)}` : monthWords && ` in ${monthWords}`
    return `, adopted at its ${sessionOrdinal(adoptedAtSession)} session${when}`
  }
  if (day) return ` of ${printDay(dated)}`
  return monthWords && `, adopted in ${monthWords}`
}

/** "The third meeting of the Expert Group was held in Vienna from 10 to 13 April 2017. At that meeting, …" */
function earlierWords(
  { ordinal, place, startsOn, endsOn, account }: EarlierMeetingFacts,
  { group }: Pick<ReportFacts, 'group'>,
): Words {
  const name = meetingOfGroup(group, ordinal).replace(/^the/, 'The')
  return sentences([
    say`${name} was held in ${place} ${heldOn(startsOn, endsOn)}.`,
    words(account && `At that meeting, ${stopped(account)}`),
  ])
}
