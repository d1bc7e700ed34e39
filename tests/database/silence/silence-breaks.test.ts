import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { enterBreak, withdrawBreak } from '@/lib/silence/commands'
import { extendSilence, resumeSilence } from '@/lib/silence/conduct/conducting'
import { openSilence } from '@/lib/silence/conduct/opening'
import { discardSilence } from '@/lib/silence/conduct/preparing'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { BreakSilence } from '@/lib/silence/schema'
import { getSilence, getSilenceFile } from '@/lib/silence/queries'
import { pdf } from '@/tests/support/files'
import { ages, arriving, type Silent, silent, breakWords } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const MINUTE = 60_000
const HOUR = 3_600_000

describe('a break', () => {
  it('counts by its arrival: the last millisecond, the deadline, one after', async () => {
    const { id, number, deadline } = await cast.opens(700)
    await cast.until(deadline)
    const arrives = (actor: typeof cast.chair, offset: number) =>
      cast.breaks(id, arriving(actor, new Date(deadline.getTime() + offset)))
    expect(await arrives(cast.chair, 1)).toMatchObject({ inTime: false })
    expect(await arrives(cast.belmara.head, 0)).toMatchObject({ inTime: false })
    expect(await cast.standing(number)).toBe('waiting')
    expect(await arrives(cast.arvenia.head, -1)).toMatchObject({ inTime: true })
    expect(await cast.standing(number)).toBe('broken')
    const { breaks: shown } = await getSilence(cast.belmara.head, cast.session, number)
    expect(shown.map(({ capacity, inTime }) => [capacity, inTime])).toEqual([
      ['Chair of the African Group', true],
      ['European Union', false],
      ['Chair', false],
    ])
    expect(await cast.mailOf(id, 'broken')).toHaveLength(4)
  })

  it('in the last microsecond counts too, as it is kept no later than it came', async () => {
    const { id, deadline } = await cast.opens(700)
    await cast.until(deadline)
    const last = new Date(deadline.toISOString().replace(/\d{3}Z$/, '000Z'))
    const micro = new Date(`${new Date(last.getTime() - 1).toISOString().slice(0, -1)}999Z`)
    expect(await cast.breaks(id, arriving(cast.arvenia.head, micro))).toMatchObject({
      inTime: true,
    })
  })

  it('needs a point and a reason, is told at once, and leaves others possible in the same second', async () => {
    const { id, number } = await cast.opens(HOUR)
    const breakId = randomUUID()
    const [first, second] = await Promise.all([
      cast.breaks(id, cast.arvenia.head, breakId),
      cast.breaks(id, cast.belmara.head),
    ])
    expect([first.inTime, second.inTime]).toEqual([true, true])
    expect(await cast.breaks(id, cast.arvenia.head, breakId)).toMatchObject({ inTime: true })
    await expect(cast.breaks(id)).rejects.toMatchObject({ key: 'silenceBrokenAlready' })
    const { breaks: shown } = await getSilence(cast.chair, cast.session, number)
    expect(shown).toHaveLength(2)
    const letters = await cast.mailOf(id, 'broken')
    expect(letters).toHaveLength(8)
    expect(letters[0]!.mail.text).toContain(breakWords.reason)
  })

  it('and an extension in one second leave the procedure broken, whichever comes first', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, number, deadline } = await cast.opens(HOUR)
      const openUntil = new Date(deadline.getTime() + HOUR)
      const acts = [
        () => cast.breaks(id),
        () => extendSilence(cast.secretariat, { id, openUntil, reason: 'On request.' }),
      ]
      await Promise.all((round % 2 ? acts.toReversed() : acts).map((act) => act()))
      expect(await cast.standing(number)).toBe('broken')
      const view = await getSilence(cast.chair, cast.session, number)
      expect(view.deadline).toEqual(openUntil)
    }
  })

  it.each(['point', 'reason'])('without a %s is refused beside that field', (field) => {
    const given = { id: randomUUID(), silenceId: randomUUID(), ...breakWords }
    for (const empty of ['', ' \n ', '\u200B']) {
      const { error } = BreakSilence.safeParse({ ...given, [field]: empty })
      expect(error?.issues).toMatchObject([{ path: [field], message: 'required' }])
    }
  })

  it('is of the place: who left has no power, the successor has it', async () => {
    const { id } = await cast.opens(HOUR)
    const { groupId, id: sessionId } = cast.session
    await db.bureauMember.update({
      where: { id: cast.bureau[1]! },
      data: { endedAt: await cast.now(), endedById: cast.secretariat.personId },
    })
    await expect(cast.breaks(id)).rejects.toMatchObject({ reason: 'not-found' })
    await db.bureauMember.create({
      data: {
        groupId,
        sessionId,
        capacity: 'regionalGroup',
        title: 'Chair of the African Group',
        name: cast.corvina.head.name,
        personId: cast.corvina.head.personId,
        succeedsId: cast.bureau[1]!,
      },
    })
    expect(await cast.breaks(id, cast.corvina.head)).toMatchObject({ inTime: true })
  })

  it('stands while more time is given, and the letter says so', async () => {
    const { id, number, deadline } = await cast.opens(HOUR)
    await cast.breaks(id)
    const openUntil = new Date(deadline.getTime() + HOUR)
    await extendSilence(cast.secretariat, { id, openUntil, reason: 'On request.' })
    expect(await cast.standing(number)).toBe('broken')
    const letters = await cast.mailOf(id, 'extended')
    expect(letters).toHaveLength(4)
    for (const { mail } of letters) expect(mail.text).toContain('The silence is broken')
  })

  it('by a note is entered with its arrival and its scan, and counts until the result is final', async () => {
    const { id, number, deadline } = await cast.opens(500)
    const received = new Date(deadline.getTime() - 100)
    await cast.until(deadline)
    const memberId = await cast.memberOf(id, 'Group of 77 and China')
    const note = { id: randomUUID(), silenceId: id, memberId, way: 'note' as const, ...breakWords }
    const scan = { name: 'note.pdf', form: 'pdf' as const, bytes: pdf('note') }
    const enter = (openUntil: Date, actor = cast.secretariat) =>
      enterBreak(actor, { ...note, openUntil }, scan)
    await expect(enter(received, cast.chair)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(enter(new Date(deadline.getTime() + HOUR))).rejects.toMatchObject({
      key: 'silenceReceivedWhen',
    })
    expect(await enter(received)).toMatchObject({ inTime: true })
    expect(await cast.standing(number)).toBe('broken')
    const file = await getSilenceFile(cast.chair, cast.session, number, note.id)
    expect(file.name).toBe('note.pdf')

    const late = await cast.opens(500)
    await cast.until(late.deadline)
    await ages(late.id, 31 * MINUTE)
    const after = { ...note, id: randomUUID(), silenceId: late.id }
    after.memberId = await cast.memberOf(late.id, 'Group of 77 and China')
    const past = new Date(late.deadline.getTime() - 31 * 60_000 - 100)
    expect(await enterBreak(cast.secretariat, { ...after, openUntil: past }, null)).toMatchObject({
      inTime: false,
    })
    expect(await cast.standing(late.number)).toBe('approved')
  })
})

describe('a broken procedure', () => {
  it('stays broken when the break is withdrawn, until it is resumed with what remained and a day', async () => {
    const { id, number } = await cast.opens(100 * HOUR)
    const breakId = randomUUID()
    await cast.breaks(id, cast.arvenia.head, breakId)
    const resume = async (length: number) =>
      resumeSilence(cast.chair, {
        id,
        openUntil: new Date((await cast.now()).getTime() + length),
        reason: 'The break was withdrawn.',
      })
    await expect(resume(200 * HOUR)).rejects.toMatchObject({ key: 'silenceNotResumable' })
    await expect(withdrawBreak(cast.belmara.head, { id: breakId })).rejects.toMatchObject({
      key: 'silenceBreakOfOther',
    })
    await withdrawBreak(cast.arvenia.head, { id: breakId })
    expect(await cast.standing(number)).toBe('broken')
    await expect(resume(99 * HOUR)).rejects.toMatchObject({ key: 'silenceResumeLater' })
    await resume(101 * HOUR)
    expect(await cast.standing(number)).toBe('open')
    expect(await cast.mailOf(id, 'resumed')).toHaveLength(4)
    await cast.breaks(id, cast.belmara.head)
    expect(await cast.standing(number)).toBe('broken')
  })

  it('is followed by a revised text, once, which points to it', async () => {
    const { id, number } = await cast.opens(HOUR)
    await expect(cast.prepares({ formerId: id })).rejects.toMatchObject({ key: 'silenceNotBroken' })
    await cast.breaks(id)
    const revised = await cast.prepares({ formerId: id, text: 'A revised wording.' })
    const view = await getSilence(cast.chair, cast.session, revised.number)
    expect(view.former).toBe(number)
    await expect(cast.prepares({ formerId: id })).rejects.toMatchObject({ key: 'silenceRevised' })
    const later = async (actor: Actor) =>
      (await getSilence(actor, cast.session, number)).silence.later?.number
    // Only those who conduct it know of a revised text before its opening.
    expect(await later(cast.secretariat)).toBe(revised.number)
    expect(await later(cast.belmara.head)).toBeUndefined()
    const openUntil = new Date((await cast.now()).getTime() + 2 * HOUR)
    const opening = { id: revised.id, version: 1, openUntil, unreachedConfirmed: true }
    await openSilence(cast.secretariat, opening)
    expect(await later(cast.belmara.head)).toBe(revised.number)
  })

  it('is revised again, or resumed, where the revised text was discarded before its opening', async () => {
    const { id, number } = await cast.opens(2 * HOUR)
    const breakId = randomUUID()
    await cast.breaks(id, cast.arvenia.head, breakId)
    const first = await cast.prepares({ formerId: id })
    await discardSilence(cast.secretariat, { id: first.id })
    const second = await cast.prepares({ formerId: id })
    const { silence } = await getSilence(cast.secretariat, cast.session, number)
    expect(silence.later?.number).toBe(second.number)
    await discardSilence(cast.secretariat, { id: second.id })
    await withdrawBreak(cast.arvenia.head, { id: breakId })
    const openUntil = new Date((await cast.now()).getTime() + 30 * HOUR)
    await resumeSilence(cast.secretariat, { id, openUntil, reason: 'The break was withdrawn.' })
    expect(await cast.standing(number)).toBe('open')
  })

  it('that was withdrawn after a revised text took its place ends with its result told', async () => {
    const { id } = await cast.opens(2 * HOUR)
    const breakId = randomUUID()
    await cast.breaks(id, cast.arvenia.head, breakId)
    await withdrawBreak(cast.arvenia.head, { id: breakId })
    await ages(id, 3 * HOUR)
    await sendResults(await cast.now())
    expect(await cast.mailOf(id, 'result')).toEqual([])
    const revised = await cast.prepares({ formerId: id })
    await sendResults(await cast.now())
    expect(await cast.mailOf(id, 'result')).toEqual([])
    const openUntil = new Date((await cast.now()).getTime() + 2 * HOUR)
    const opening = { id: revised.id, version: 1, openUntil, unreachedConfirmed: true }
    await openSilence(cast.secretariat, opening)
    await sendResults(await cast.now())
    const letters = await cast.mailOf(id, 'result')
    expect(letters).toHaveLength(4)
    expect(letters[0]!.mail.subject).toContain('not approved')
  })
})
