import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAddressees } from '@/lib/circulation/addressees/queries'
import { sendReminders } from '@/lib/circulation/reminders/reminders'
import { db } from '@/lib/db/client'
import { inThePast } from '@/tests/support/in-the-past'
import { issuedList } from '@/tests/support/issued-list'
import { preparing } from '@/tests/support/preparing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
let id: string

const { creates, asks, opens, letters } = preparing(() => ({ cast, listId, id }))

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  listId = (await issuedList(cast.session.groupId, 3, ['Member States should share.'])).listId
  id = randomUUID()
})

describe('the letter of a circulation', () => {
  it('reaches once whoever is named after the opening, in place of an address that was wrong too', async () => {
    await creates()
    await asks(['memberState'])
    await db.representative.updateMany({
      where: { delegationId: cast.belmara.id },
      data: { maySubmit: false },
    })
    await opens()
    const stateOf = async () =>
      (await listAddressees(cast.secretariat, { id, sessionId: cast.session.id })).find(
        ({ delegationId }) => delegationId === cast.belmara.id,
      )!.state
    expect(await stateOf()).toBe('notWritten')
    const now = new Date()
    expect(await sendReminders(now)).toBe(0)
    await db.representative.updateMany({
      where: { delegationId: cast.belmara.id, role: 'head' },
      data: { maySubmit: true },
    })
    expect(await sendReminders(now)).toBe(1)
    expect(await sendReminders(now)).toBe(0)
    expect(await stateOf()).toBe('written')
  })
})

describe('the reminders of a circulation', () => {
  it('go once to those who have not answered nor sent a paper, with two workers at once', async () => {
    await creates()
    await asks(['memberState'])
    await opens()
    const rows = await letters('letter')
    const now = new Date()
    const { openUntil } = await db.circulation.findUniqueOrThrow({ where: { id } })
    expect(await sendReminders(now)).toBe(0)
    await inThePast((tx) =>
      tx.circulation.update({ where: { id }, data: { openedAt: addDays(now, -30) } }),
    )
    const answered = await db.circulationRelease.create({
      data: {
        circulationId: id,
        sessionId: cast.session.id,
        delegationId: cast.arvenia.id,
        receivedAt: now,
        count: 1,
        hash: 'a'.repeat(64),
      },
    })
    await db.circulationComment.create({
      data: {
        circulationId: id,
        sessionId: cast.session.id,
        delegationId: cast.arvenia.id,
        releaseId: answered.id,
        target: 'circulation',
        category: 'general',
        position: 'none',
        text: 'We agree.',
        textHash: 'a'.repeat(64),
        receivedAt: now,
      },
    })
    const bytes = new TextEncoder().encode('We agree on paper.')
    await db.paper.create({
      data: {
        circulationId: id,
        sessionId: cast.session.id,
        delegationId: cast.belmara.id,
        kind: 'free',
        fileName: 'note.txt',
        contentType: 'text/plain',
        size: bytes.length,
        hash: 'b'.repeat(64),
        bytes,
        receivedAt: now,
        enteredAt: now,
        enteredById: cast.secretariat.personId,
        enteredBySecretariat: true,
      },
    })
    const later = addDays(openUntil, -2)
    await Promise.all([sendReminders(later), sendReminders(later)])
    await sendReminders(later)
    const reminded = await letters('reminder')
    const silent = rows.filter(
      ({ delegationId }) => ![cast.arvenia.id, cast.belmara.id].includes(delegationId),
    )
    expect(reminded).toHaveLength(silent.length)
    expect(reminded.every(({ kind }) => kind.startsWith('reminder 3 '))).toBe(true)
  })
})
