import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { remark, withdrawBreak } from '@/lib/silence/commands'
import { extendSilence, resumeSilence } from '@/lib/silence/conduct/conducting'
import { tellNewcomers } from '@/lib/silence/conduct/opening'
import { remindRolls } from '@/lib/silence/conduct/reminders'
import { ages, type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const HOUR = 3_600_000

const reminds = async () => remindRolls(await cast.now())
const reminded = async (id: string) =>
  (await cast.mailOf(id, 'reminder')).map(({ email }) => email).toSorted()
/** A question of so many hours, of which so many have passed. */
const asked = async (hours: number, passed: number, question: object = {}) => {
  const silence = await cast.opens(hours * HOUR, question)
  await ages(silence.id, passed * HOUR)
  return silence
}
const later = async (id: string, hours: number) => ({
  id,
  openUntil: new Date((await cast.now()).getTime() + hours * HOUR),
  reason: 'More time.',
})

describe('the reminder of a silence', () => {
  it('goes once to the roll a day before the deadline, by any number of instances and after an outage', async () => {
    const { id, number } = await asked(100, 75)
    expect(await reminds()).toBe(0)
    await ages(id, 20 * HOUR)
    const counts = await Promise.all([reminds(), reminds(), reminds()])
    expect(counts.toSorted()).toEqual([0, 0, 4])
    expect(await reminds()).toBe(0)
    const letters = await cast.mailOf(id, 'reminder')
    expect(letters).toHaveLength(4)
    for (const { mail } of letters) {
      expect(mail.subject).toContain(`silence procedure on question ${number}, reminder: until`)
      expect(mail.text).toContain('To approve the dates of 27 to 29 July 2020.')
    }
    expect(letters.find(({ email }) => email === cast.memberless)!.mail.text).toContain(
      'As Group of 77 and China, you were asked',
    )
  })

  it('is not written after the deadline, nor for a silence of two days', async () => {
    await asked(100, 101)
    await asked(48, 30)
    expect(await reminds()).toBe(0)
  })

  it('leaves out places that were heard, and observers, whose silence agrees to nothing', async () => {
    const delegations = { roll: 'delegations', subject: 'text', startsOn: '', endsOn: '' }
    const { id } = await asked(100, 80, delegations)
    const { head } = cast.belmara
    await remark(head, { id: randomUUID(), silenceId: id, kind: 'question', text: 'Which hall?' })
    expect(await reminds()).toBeGreaterThan(0)
    const emails = await reminded(id)
    const emailOf = async ({ personId }: { personId: string }) =>
      (await db.person.findUniqueOrThrow({ where: { id: personId } })).email
    expect(emails).toContain(await emailOf(cast.corvina.head))
    expect(emails).not.toContain(await emailOf(head))
    expect(emails).not.toContain(await emailOf(cast.lumeria.head))
  })

  it('is not written to the others after a break; a resumption of more than two days has its own', async () => {
    const { id } = await asked(100, 80)
    const breakId = randomUUID()
    await cast.breaks(id, cast.arvenia.head, breakId)
    expect(await reminds()).toBe(0)
    await withdrawBreak(cast.arvenia.head, { id: breakId })
    expect(await reminds()).toBe(0)
    await resumeSilence(cast.secretariat, await later(id, 60))
    expect(await reminds()).toBe(0)
    await ages(id, 40 * HOUR)
    expect(await reminds()).toBe(3)
  })

  it('moves with an extension, and is not written where the extension itself was told in the last hours', async () => {
    const { id } = await asked(100, 70)
    await extendSilence(cast.secretariat, await later(id, 90))
    await ages(id, 20 * HOUR)
    expect(await reminds()).toBe(0)
    await ages(id, 50 * HOUR)
    expect(await reminds()).toBe(4)
    await extendSilence(cast.secretariat, await later(id, 30))
    await ages(id, 10 * HOUR)
    expect(await reminds()).toBe(0)
    expect(await cast.mailOf(id, 'reminder')).toHaveLength(4)
  })

  it('is not written to a newcomer who was sent the question in the last hours', async () => {
    const { id } = await asked(100, 80, { roll: 'delegations' })
    const email = `head-${randomUUID()}@later.example`
    const person = await db.person.create({ data: { name: 'A new head', email } })
    const { delegationId } = cast.corvina.head.memberships[0]!
    await db.representative.create({
      data: { delegationId, personId: person.id, role: 'head', maySubmit: true },
    })
    expect(await tellNewcomers(await cast.now())).toBe(1)
    expect(await reminds()).toBeGreaterThan(0)
    expect(await reminded(id)).not.toContain(email)
  })
})
