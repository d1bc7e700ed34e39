import type { DecisionFacts, ReportFacts } from '@/lib/report/facts'
import { printDay, printDays } from '@/lib/report/words/days'
import { ordinalFigure } from '@/lib/clock'
import { say, sentences, type Words } from '@/lib/report/words/pieces'
import { capital, eventOf, theGroup, theGroupDescribed } from './names'
import { plainParagraph, type ReportParagraph } from './paragraph'

type Facts = Pick<ReportFacts, 'group' | 'session' | 'decisions'>

/** The decisions before the session on its dates, agenda and format: one sentence each, or no paragraph. */
export function preparation(facts: Facts): ReportParagraph[] {
  const sentencesInOrder = facts.decisions
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .flatMap((decision) => {
      const sentence = sentenceOf(decision, facts)
      return sentence.length > 0 ? [sentence, ...noteOf(decision, facts)] : []
    })
  return sentencesInOrder.length > 0
    ? [plainParagraph('preparation', sentences(sentencesInOrder))]
    : []
}

function sentenceOf(decision: DecisionFacts, facts: Facts): Words {
  if (decision.step === 'datesApproved') return dates(decision, facts)
  if (decision.step === 'postponed') return postponement(decision, facts)
  if (decision.step === 'agendaApproved') return agenda(decision, facts)
  if (decision.step === 'formatApproved') return format(decision, facts)
  if (decision.step === 'textApproved') return text(decision, facts)
  return []
}

/** The first dates, as original if others followed; later dates, as new. */
function dates(decision: DecisionFacts, { group, session, decisions }: Facts): Words {
  const others = decisions.filter(({ step }) => step === 'datesApproved')
  const isNew = others.some(({ on }) => on < decision.on)
  const isOriginal = others.some(({ on }) => on > decision.on)
  const from = decision.startsOn ?? session.startsOn
  const until = decision.endsOn ?? session.endsOn
  const noun = from === until ? 'date' : 'dates'
  const event = eventOf(group, session)
  const by = capital(whoOf(decision, group))
  const how = howOf(decision, 'via')
  if (isNew) {
    const article = from === until ? 'a ' : ''
    return say`${by} approved ${article}new ${noun}, ${printDays(from, until)}, to hold the rescheduled ${event} of ${theGroupDescribed(group)}${how}.`
  }
  const original = isOriginal ? 'original ' : ''
  return say`${by} approved the ${original}${noun} of ${printDays(from, until)} to conduct the ${event} of ${theGroup(group)}${how}.`
}

function postponement(decision: DecisionFacts, { group }: Facts): Words {
  const body = whoOf(decision, group)
  const reason = decision.reason.replace(/^(?:postponed )?(?:due to|because of) /i, '').trim()
  const why = reason && ` due to ${reason.replace(/[.\s]+$/, '')}`
  if (decision.how === 'informed')
    return say`On ${printDay(decision.on)}, ${body} was informed that the meeting was to be postponed${why}.`
  return say`${capital(body)} decided to postpone the meeting${why}${howOf(decision, 'via')}.`
}

const agenda = (decision: DecisionFacts, { group, session }: Facts): Words =>
  say`The provisional agenda for the ${eventOf({ ...group, eventWord: 'meeting' }, session)} was agreed upon by ${whoOf(decision, group)}${howOf(decision, 'via')}.`

function format(decision: DecisionFacts, { group, session }: Facts): Words {
  const by = decision.how === 'silence' ? '' : ` by ${whoOf(decision, group)}`
  return say`The holding of the ${eventOf(group, session)} of ${theGroupDescribed(group)} in the ${decision.formatWords.replace(/ format$/, '')} format was approved${by}${howOf(decision, 'by')}.`
}

const text = (decision: DecisionFacts, { group }: Facts): Words =>
  say`The text entitled “${decision.subject}” was approved by ${whoOf(decision, group)}${howOf(decision, 'via')}.`

/** The sentence after the decision that says that the group took note, if it did. */
const noteOf = ({ noted }: DecisionFacts, { group }: Facts): Words[] =>
  noted
    ? [
        say`${capital(theGroup(group))} took note of that decision at its ${ordinalFigure(noted.number)} meeting, on ${printDay(noted.date)}.`,
      ]
    : []

/** The deciding body, in running text. */
export function whoOf({ decidedBy }: DecisionFacts, group: ReportFacts['group']): string {
  if (decidedBy === 'group') return theGroup(group)
  return {
    extendedBureau: 'the extended Bureau',
    chair: 'the Chair',
    secretariat: 'the Secretariat',
  }[decidedBy]
}

/** " via silence procedure on 11 November 2019", " at its 1st meeting, on 27 July 2020", " on 3 May 2020". */
export function howOf({ how, on, meeting }: DecisionFacts, word: 'via' | 'by'): string {
  if (how === 'silence') return ` ${word} silence procedure on ${printDay(on)}`
  if (how === 'meeting' && meeting)
    return ` at its ${ordinalFigure(meeting.number)} meeting, on ${printDay(on)}`
  return ` on ${printDay(on)}`
}
