import type { OfficerFacts, OpeningFacts } from '@/lib/report/facts'

/** The printed facts of an officer. */
export const officerColumns = {
  title: true,
  honorific: true,
  name: true,
  affiliation: true,
  possessive: true,
} as const

type Rows = {
  decisions: readonly { step: string; remotely: boolean; member: OfficerFacts | null }[]
  bureau: readonly (OfficerFacts & { capacity: string; personId: string | null })[]
  powers: readonly {
    scope: string
    fromMember: OfficerFacts | null
    toMember: OfficerFacts | null
    fromPersonId: string | null
    toPersonId: string | null
  }[]
}

type Place = {
  sessionId: string | null
  fromOn: Date | null
  untilOn: Date | null
  endedAt: Date | null
}

/**
 * The members who sat in the Bureau of a session, those of this session before those of every session of the group. Of
 * the latter, who left before the session began or came after has no part in it.
 */
export const bureauAt = <Member extends Place>(
  members: readonly Member[],
  { id, startsOn }: { id: string; startsOn: Date },
): Member[] => [
  ...members.filter(({ sessionId }) => sessionId === id),
  ...members.filter(
    ({ sessionId, fromOn, untilOn, endedAt }) =>
      sessionId === null &&
      (!fromOn || fromOn <= startsOn) &&
      (!untilOn || untilOn >= startsOn) &&
      (!endedAt || endedAt >= startsOn),
  ),
]

/** The opener of the session, and the powers handed over in it; null while it is not opened. */
export function openingOf({ decisions, bureau, powers }: Rows): OpeningFacts | null {
  const opening = decisions.findLast(({ step }) => step === 'opened')
  if (!opening) return null
  const byPerson = (id: string | null) =>
    (id && bureau.find(({ personId }) => personId === id)) || null
  const handovers = powers.flatMap(({ scope, fromMember, toMember, fromPersonId, toPersonId }) => {
    const from = fromMember ?? byPerson(fromPersonId)
    const to = toMember ?? byPerson(toPersonId)
    return from && to ? [{ from, to, scope }] : []
  })
  return {
    by: opening.member ?? bureau.find(({ capacity }) => capacity === 'chair') ?? null,
    remotely: opening.remotely,
    ...(handovers.length < powers.length && { unnamedPowers: true }),
    powers: handovers.filter(
      ({ to }, index) => handovers.findIndex((handover) => handover.to.name === to.name) === index,
    ),
  }
}
