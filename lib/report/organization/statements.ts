import type { NamedFacts, ReportFacts, SpeakerFacts } from '@/lib/report/facts'
import { gap, partly, unknown } from '@/lib/report/placeholder'
import { listed } from '@/lib/report/words/lists'
import { say, sentences, type Words, words } from '@/lib/report/words/pieces'
import { plainParagraph, type ReportParagraph } from '@/lib/report/paragraphs/paragraph'

/** The authors of statements: States in English alphabetical order, each once, then observers, organizations and groups. */
export function statements({
  statements: facts,
}: Pick<ReportFacts, 'statements'>): ReportParagraph {
  const speakers = sorted(facts.speakers)
  const of = (...kinds: SpeakerFacts['kind'][]) =>
    speakers.filter(({ kind }) => kinds.includes(kind))
  return plainParagraph(
    'statements',
    sentences([
      states(of('memberState'), facts.complete, speakers.length > 0),
      observers(of('observerState')),
      ...ORGANIZATIONS.map(([kind, singular, plural]) => organizations(of(kind), singular, plural)),
      groups(of('groupOfStates')),
    ]),
  )
}

function states(speakers: readonly SpeakerFacts[], complete: boolean, others: boolean): Words {
  const open = gap('statements', 'statements', 'statements')
  const [only] = speakers
  if (!only) {
    if (complete && others) return []
    return say`Statements were made by experts from the following Member States:${unknown(open)}`
  }
  if (!complete) {
    const names = listed(speakers.map(entryOf))
    return say`Statements were made by experts from the following Member States: ${names} ${partly(open, 'and...')}.`
  }
  if (speakers.length === 1)
    return words(`A statement was made by an expert from ${running(only)}${behalf(only)}.`)
  return words(
    `Statements were made by experts from the following Member States: ${listed(speakers.map(entryOf))}.`,
  )
}

function observers(speakers: readonly SpeakerFacts[]): Words {
  if (speakers.length === 0) return []
  const names = listed(speakers.map((speaker) => `${running(speaker)}${behalf(speaker)}`))
  return speakers.length === 1
    ? words(`A statement was made by the observer for ${names}.`)
    : words(`Statements were made by the observers for ${names}.`)
}

const ORGANIZATIONS: [SpeakerFacts['kind'], one: string, several: string][] = [
  ['unEntity', 'United Nations entity', 'United Nations entities'],
  [
    'institute',
    'institute of the United Nations crime prevention and criminal justice programme network',
    'institutes of the United Nations crime prevention and criminal justice programme network',
  ],
  ['intergovernmental', 'intergovernmental organization', 'intergovernmental organizations'],
  ['privateSector', 'private sector entity', 'private sector entities'],
  ['nonGovernmental', 'non-governmental organization', 'non-governmental organizations'],
  ['academia', 'academic institution', 'academic institutions'],
]

function organizations(speakers: readonly SpeakerFacts[], singular: string, plural: string): Words {
  if (speakers.length === 0) return []
  const names = listed(speakers.map(entryOf))
  return speakers.length === 1
    ? words(`A statement was made by a representative of the following ${singular}: ${names}.`)
    : words(`Statements were made by representatives of the following ${plural}: ${names}.`)
}

function groups(speakers: readonly SpeakerFacts[]): Words {
  if (speakers.length === 0) return []
  const verb = speakers.length === 1 ? 'A statement was made' : 'Statements were made'
  const nameOf = (speaker: SpeakerFacts) => `${running(speaker)}${bracketed(without(speaker))}`
  return words(`${verb} on behalf of ${listed(speakers.map(nameOf))}.`)
}

/** Running text says "the" before some names; a list after a colon does not. */
const running = ({ article, name }: NamedFacts): string => (article ? `the ${name}` : name)

/** " (on behalf of the Group of Harbours, except Ghadira)": a member that dissociated itself is named. */
function behalf(speaker: SpeakerFacts): string {
  const { onBehalfOf } = speaker
  if (!onBehalfOf) return ''
  return bracketed([`on behalf of ${onBehalfOf}`, without(speaker)].filter(Boolean).join(', '))
}
const without = ({ except }: SpeakerFacts): string =>
  except.length > 0 ? `except ${listed(except.map(running))}` : ''
const bracketed = (text: string): string => text && ` (${text})`
const entryOf = (speaker: SpeakerFacts): string => `${speaker.name}${behalf(speaker)}`

/**
 * Each speaker once, in alphabetical order, with its group if it ever spoke for one, and with the members that ever
 * dissociated themselves from it.
 */
function sorted(speakers: readonly SpeakerFacts[]): SpeakerFacts[] {
  const byName = new Map<string, SpeakerFacts>()
  for (const speaker of speakers) {
    const key = `${speaker.kind} ${speaker.name}`
    const before = byName.get(key)
    if (!before) byName.set(key, speaker)
    else if (!before.onBehalfOf && speaker.onBehalfOf) byName.set(key, speaker)
    else if (before.onBehalfOf === speaker.onBehalfOf)
      byName.set(key, { ...before, except: both(before.except, speaker.except) })
  }
  return alphabetical([...byName.values()])
}

const alphabetical = <Named extends NamedFacts>(speakers: readonly Named[]): Named[] =>
  speakers.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))

/** Those of both lists, each once, in alphabetical order. */
const both = (some: readonly NamedFacts[], others: readonly NamedFacts[]): NamedFacts[] =>
  alphabetical([
    ...new Map([...some, ...others].map((speaker) => [speaker.name, speaker])).values(),
  ])
