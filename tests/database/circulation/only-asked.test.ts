import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addAddressees } from '@/lib/circulation/addressees/commands'
import { db } from '@/lib/db/client'
import { registerDelegation, withdrawDelegation } from '@/lib/delegations/commands'
import { appointRepresentative } from '@/lib/delegations/memberships/commands'
import { listDelegations, listUnregistered } from '@/lib/delegations/queries'
import { saveMarks } from '@/lib/meetings/attendance/commands'
import { SESSION_COLUMN } from '@/lib/meetings/attendance/marks'
import { getAttendance } from '@/lib/meetings/attendance/queries'
import { getParticipantsInMaking } from '@/lib/meetings/participants/queries'
import { getOverview, listSessions } from '@/lib/sessions/overview-queries'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let entityId: string
let circulationId: string

/** A State that is asked to comment on the lists, and nothing else. */
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  ;({ id: circulationId } = await circulated(cast))
  const name = `Asked ${randomUUID()}`
  ;({ id: entityId } = await db.entity.create({
    data: { kind: 'memberState', name, names: {}, sortKey: name, invented: true },
  }))
  await asks()
})

const asks = () =>
  addAddressees(cast.secretariat, { id: circulationId, kinds: [], entities: [entityId] })
const delegation = () =>
  db.delegation.findFirstOrThrow({ where: { entityId, sessionId: cast.session.id } })
const enters = async (email: string) =>
  appointRepresentative(cast.secretariat, {
    delegationId: (await delegation()).id,
    role: 'head',
    maySubmit: true,
    honorific: '',
    name: 'Ada Quill',
    email,
  })

/** How often each reader of the session counts the State among those who take part. */
async function counted() {
  const { session, secretariat } = cast
  const [overview, sessions, delegations, attendance, participants, unregistered] =
    await Promise.all([
      getOverview(session),
      listSessions(secretariat),
      listDelegations(session),
      getAttendance(session),
      getParticipantsInMaking(secretariat, session),
      listUnregistered(secretariat, session),
    ])
  const { id } = await delegation()
  return {
    overview: overview.delegations,
    sessions: sessions.find((line) => line.id === session.id)!.delegations,
    listed: delegations.some((line) => line.id === id),
    mayAttend: JSON.stringify(attendance).includes(entityId),
    participates: participants.delegations.some((line) => line.id === id),
    mayBeRegistered: unregistered.some((line) => line.id === entityId),
  }
}

describe('whoever is only asked to comment on lists', () => {
  it('does not take part in the session until it is registered', async () => {
    const before = await counted()
    expect(before).toMatchObject({
      listed: false,
      mayAttend: false,
      participates: false,
      mayBeRegistered: true,
    })
    const blank = { kind: '' as const, name: '', isAnother: false }
    await registerDelegation(cast.secretariat, {
      sessionId: cast.session.id,
      entityId,
      ...blank,
    })
    expect(await counted()).toEqual({
      overview: before.overview + 1,
      sessions: before.sessions + 1,
      listed: true,
      mayAttend: true,
      participates: true,
      mayBeRegistered: false,
    })
    expect((await cast.recorded()).map(({ event }) => event)).toEqual([
      'circulation.addressed',
      'delegation.registered',
    ])
  })

  it('cannot be noted as having attended', async () => {
    const marks = [{ column: SESSION_COLUMN, entityId }]
    await expect(
      saveMarks(cast.secretariat, { sessionId: cast.session.id, drawn: [], marks }),
    ).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('is registered by the first person who gets a seat in its delegation', async () => {
    expect(await delegation()).toMatchObject({ state: 'announced', registeredAt: null })
    await enters(`ada.${entityId}@quill.example`)
    expect((await delegation()).state).toBe('registered')
    expect((await delegation()).registeredAt).not.toBeNull()
    expect((await cast.recorded()).map(({ event }) => event)).toEqual([
      'circulation.addressed',
      'delegation.registered',
      'representative.appointed',
    ])
  })

  it('stays registered when it was so before, and is asked again after it withdrew', async () => {
    await enters(`ada.${entityId}@quill.example`)
    await asks()
    expect((await delegation()).state).toBe('registered')
    await withdrawDelegation(cast.secretariat, { delegationId: (await delegation()).id })
    await asks()
    expect(await delegation()).toMatchObject({ state: 'announced', withdrawnAt: null })
  })
})
