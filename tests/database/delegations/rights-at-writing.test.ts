import { beforeEach, describe, expect, test } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { withdrawDelegation } from '@/lib/delegations/commands'
import { endOfficer } from '@/lib/delegations/offices/commands'
import { changeRepresentative, endRepresentative } from '@/lib/delegations/memberships/commands'
import { transaction } from '@/lib/delegations/transaction'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const seat = ({ memberships }: SignedIn) => memberships[0]!.representativeId
const marks = () => db.rateLimiterFlexible.count({ where: { key: cast.session.id } })
/** An act of a person that leaves a mark; `before` runs between its beginning and its write. */
const acts = (actor: SignedIn, before: () => Promise<unknown> = async () => {}) =>
  transaction(actor, async (tx) => {
    await before()
    await tx.rateLimiterFlexible.create({ data: { key: cast.session.id, points: 1 } })
  })

describe('an act whose actor was read before', () => {
  test.each<[string, () => Promise<unknown>, () => SignedIn, string]>([
    [
      'the seat ended',
      () => endRepresentative(cast.secretariat, { representativeId: seat(cast.arvenia.head) }),
      () => cast.arvenia.head,
      'rightsChanged',
    ],
    [
      'the right to submit was taken',
      () =>
        changeRepresentative(cast.secretariat, {
          representativeId: seat(cast.arvenia.head),
          role: 'head',
          maySubmit: false,
          wasRole: 'head',
          wasMaySubmit: true,
        }),
      () => cast.arvenia.head,
      'rightsChanged',
    ],
    [
      'the delegation withdrew',
      () => withdrawDelegation(cast.secretariat, { delegationId: cast.arvenia.id }),
      () => cast.arvenia.adviser,
      'rightsChanged',
    ],
    [
      'the office ended',
      async () => {
        const held = { personId: cast.rapporteur.personId, sessionId: cast.session.id }
        const { id } = await db.office.findFirstOrThrow({ where: held })
        await endOfficer(cast.secretariat, { sessionId: cast.session.id, officeId: id })
      },
      () => cast.rapporteur,
      'rightsChanged',
    ],
    [
      'the account was closed',
      () => close(cast.belmara.adviser, new Date()),
      () => cast.belmara.adviser,
      'signedOut',
    ],
  ])('is refused and writes nothing once %s', async (_, change, actor, key) => {
    await change()
    await expect(acts(actor())).rejects.toMatchObject({ key })
    expect(await marks()).toBe(0)
    await close(cast.belmara.adviser, null)
  })

  test('is done where nothing was taken, also if something was given', async () => {
    const representativeId = seat(cast.arvenia.adviser)
    await db.representative.update({ where: { id: representativeId }, data: { maySubmit: true } })
    await acts(cast.arvenia.adviser)
    expect(await marks()).toBe(1)
  })
})

const close = ({ personId }: SignedIn, disabledAt: Date | null) =>
  db.person.update({ where: { id: personId }, data: { disabledAt } })

describe('an act and the end of a seat at once', () => {
  test('an act that waited for the end of the seat is refused', async () => {
    let act: Promise<unknown> = Promise.resolve()
    await systemTransaction(async (tx) => {
      const where = { id: seat(cast.arvenia.head) }
      await tx.representative.update({ where, data: { endedAt: new Date() } })
      act = acts(cast.arvenia.head).catch((error: unknown) => error)
      await waits()
    })
    expect(await act).toMatchObject({ key: 'rightsChanged' })
    expect(await marks()).toBe(0)
  })

  test.each<[string, () => Promise<unknown>]>([
    [
      'of the seat',
      () => endRepresentative(cast.secretariat, { representativeId: seat(cast.arvenia.head) }),
    ],
    [
      'of the delegation',
      () => withdrawDelegation(cast.secretariat, { delegationId: cast.arvenia.id }),
    ],
  ])('the end %s waits until an act that began before is stored', async (_, ends) => {
    let end: Promise<unknown> = Promise.resolve()
    let ended = false
    await acts(cast.arvenia.head, async () => {
      end = ends().then(() => (ended = true))
      await waits()
      expect(ended).toBe(false)
    })
    expect(await marks()).toBe(1)
    await end
    await expect(acts(cast.arvenia.head)).rejects.toMatchObject({ key: 'rightsChanged' })
  })
})

/** Waits until a connection waits for a lock. */
async function waits(): Promise<void> {
  for (;;) {
    const rows = await db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND datname = current_database()`
    if (rows.length > 0) return
    await new Promise((resume) => setTimeout(resume, 10))
  }
}
