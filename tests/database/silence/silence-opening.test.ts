import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { visitor } from '@/lib/delegations/actor'
import { concealLinks } from '@/lib/mail/conceal'
import { getAnnexByKey } from '@/lib/silence/conduct/annex-links'
import { openSilence, tellNewcomers } from '@/lib/silence/conduct/opening'
import { addAnnex, discardSilence, removeAnnex, writeText } from '@/lib/silence/conduct/preparing'
import { getSilence, getSilenceFile, listSilences, listSubjectsToPut } from '@/lib/silence/queries'
import { listWaitingSilences } from '@/lib/silence/waiting'
import { OpenSilence, PrepareSilence } from '@/lib/silence/schema'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { pdf } from '@/tests/support/files'
import { ages, type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const HOUR = 3_600_000

describe('opening', () => {
  it('asks before it binds members to whom no letter goes', async () => {
    const roll = { roll: 'delegations' }
    const { id, number } = await cast.prepares(roll)
    const { delegationId } = cast.corvina.head.memberships[0]!
    await db.representative.updateMany({ where: { delegationId }, data: { maySubmit: false } })
    const planned = (await getSilence(cast.secretariat, cast.session, number)).planned!
    expect(planned.find(({ capacity }) => capacity === 'Corvina')).toMatchObject({ addresses: [] })
    expect(planned.find(({ capacity }) => capacity === 'Arvenia')!.addresses).not.toEqual([])
    const openUntil = new Date((await cast.now()).getTime() + 73 * HOUR)
    const input = { id, version: 1, openUntil, unreachedConfirmed: false }
    await expect(openSilence(cast.secretariat, input)).rejects.toMatchObject({
      key: 'silenceUnreached',
      field: 'unreachedConfirmed',
    })
    await openSilence(cast.secretariat, { ...input, unreachedConfirmed: true })
    expect((await getSilence(cast.secretariat, cast.session, number)).planned).toBeNull()
  })

  it('is refused for a subject that the session has passed: its approval could not be entered', async () => {
    const { id } = await cast.prepares()
    const decided = {
      decidedBy: 'chair',
      how: 'ruling',
      decidedOn: new Date('2020-07-27'),
    } as const
    for (const [index, step] of (['agendaApproved', 'opened'] as const).entries())
      await db.sessionDecision.create({
        data: { sessionId: cast.session.id, number: index + 1, step, ...decided },
      })
    const past = { key: 'silenceSubjectPast', values: { subject: 'dates', status: 'open' } }
    await expect(cast.prepares()).rejects.toMatchObject(past)
    const openUntil = new Date((await cast.now()).getTime() + 73 * HOUR)
    await expect(
      openSilence(cast.secretariat, { id, version: 1, openUntil, unreachedConfirmed: true }),
    ).rejects.toMatchObject(past)
    expect(await listSubjectsToPut(cast.session)).toEqual(['organizationOfWork', 'text'])
    await cast.prepares({ subject: 'organizationOfWork', startsOn: '', endsOn: '' })
  })

  it('freezes texts, annexes and roll with a hash, and writes to all, also to who has no account', async () => {
    const { id, number } = await cast.prepares()
    await writeText(cast.secretariat, { id, version: 1, language: 'fr', text: 'Texte secret.' })
    const file = { name: 'dates.pdf', form: 'pdf' as const, bytes: pdf('dates') }
    await addAnnex(cast.secretariat, { id, version: 2, language: 'en', file })
    const openUntil = new Date((await cast.now()).getTime() + 72 * HOUR)
    await expect(
      openSilence(cast.secretariat, { unreachedConfirmed: true, id, version: 2, openUntil }),
    ).rejects.toMatchObject({ key: 'silenceChanged' })
    await openSilence(cast.secretariat, { unreachedConfirmed: true, id, version: 3, openUntil })
    const waiting = await listWaitingSilences(cast.arvenia.head, await cast.now())
    expect(waiting).toMatchObject([{ kind: 'underSilence', id, until: openUntil }])
    const view = await getSilence(cast.arvenia.head, cast.session, number)
    expect(view).toMatchObject({ standing: 'open', deadline: openUntil })
    expect(view.silence.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(view.texts.map(({ language }) => language)).toEqual(['en', 'fr'])
    expect(view.roll.map(({ capacity }) => capacity)).toEqual([
      'Chair',
      'Chair of the African Group',
      'European Union',
      'Group of 77 and China',
    ])
    const roll = (await getSilence(cast.secretariat, cast.session, number)).roll
    expect(roll.flatMap(({ letters: sent }) => sent)).toHaveLength(4)
    expect(JSON.stringify(view.roll)).not.toContain('@')
    expect(JSON.stringify(roll)).toContain(cast.memberless)
    const letters = await cast.mailOf(id, 'opened')
    expect(letters).toHaveLength(4)
    const toNobody = letters.find(({ email }) => email === cast.memberless)!
    expect(toNobody.mail.text).toContain('A secret wording of Vexillum.')
    expect(toNobody.mail.text).toContain('dates.pdf')
    const link = /\/silence-annexes\/(\S+)\/(\S+)/
    const otherLetters = letters.filter(({ email }) => email !== cast.memberless)
    for (const { mail } of otherLetters) {
      expect(mail.text).not.toMatch(link)
      expect(mail.text).toContain(`/silence/${number}/files/`)
    }
    expect(concealLinks(toNobody.mail.text, '…')).not.toMatch(/silence-annexes\/[0-9a-f]/)
    const annex = view.annexes[0]!
    const kept = await getSilenceFile(cast.arvenia.head, cast.session, number, annex.id)
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(pdf('dates')))
    const [, key = '', annexId = ''] = link.exec(toNobody.mail.text)!
    const opens = (some: string, id = annexId) => getAnnexByKey(some, id)
    expect(Buffer.from((await opens(key)).bytes)).toEqual(Buffer.from(pdf('dates')))
    const second = await cast.prepares()
    await addAnnex(cast.secretariat, { id: second.id, version: 1, language: 'en', file })
    const ofOther = await db.silenceAnnex.findFirstOrThrow({ where: { silenceId: second.id } })
    const member = await db.silenceAddress.findFirstOrThrow({
      where: { id: { not: key.slice(0, 36) } },
    })
    const refused = [
      () => opens(key, ofOther.id),
      () => opens(key, 'no id'),
      () => opens(`${member.id}${key.slice(36)}`),
      // Another secret of the same length: its last letter may hold no bits, so one before it differs.
      () => opens(key.replace(/.(?=.{4}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))),
      () => opens(key.slice(0, 36)),
      () => opens(''),
    ]
    for (const attempt of refused)
      await expect(attempt()).rejects.toMatchObject({ reason: 'not-found' })
    for (const act of [
      () => writeText(cast.secretariat, { id, version: 4, language: 'en', text: 'Other.' }),
      () => removeAnnex(cast.secretariat, { id, version: 4, annexId: annex.id }),
      () => discardSilence(cast.secretariat, { id }),
    ])
      await expect(act()).rejects.toMatchObject({ key: 'silenceFrozen' })
    await ages(id, 32 * 24 * HOUR)
    expect((await opens(key)).name).toBe('dates.pdf')
    await ages(id, 2 * 24 * HOUR)
    await expect(opens(key)).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('reaches once whoever comes to a place of the roll later: a head of a delegation, a successor', async () => {
    const delegations = await cast.opens(2 * HOUR, { roll: 'delegations' })
    const bureau = await cast.opens(2 * HOUR)
    const now = await cast.now()
    expect(await tellNewcomers(now)).toBe(0)
    const [head, successor] = await Promise.all(
      ['head', 'successor'].map((name) =>
        db.person.create({ data: { name, email: `${name}-${randomUUID()}@later.example` } }),
      ),
    )
    const { delegationId } = cast.corvina.head.memberships[0]!
    await db.representative.create({
      data: { delegationId, personId: head!.id, role: 'head', maySubmit: true },
    })
    const { groupId, id: sessionId } = cast.session
    const succeedsId = cast.bureau[1]!
    await db.bureauMember.update({
      where: { id: succeedsId },
      data: { untilOn: new Date('2020-01-01') },
    })
    await db.bureauMember.create({
      data: {
        groupId,
        sessionId,
        capacity: 'regionalGroup',
        title: 'Chair of the African Group',
        name: 'successor',
        personId: successor!.id,
        succeedsId,
        position: 9,
      },
    })
    expect(await tellNewcomers(now)).toBe(2)
    expect(await tellNewcomers(now)).toBe(0)
    for (const [{ id, number }, person, capacity] of [
      [delegations, head!, 'Corvina'],
      [bureau, successor!, 'Chair of the African Group'],
    ] as const) {
      const letters = await cast.mailOf(id, 'opened')
      const letter = letters.find(({ email }) => email === person.email)!
      expect(letter.mail.text).toContain('A secret wording of Vexillum.')
      const { roll } = await getSilence(cast.secretariat, cast.session, number)
      const place = roll.find((one) => one.capacity === capacity)!
      expect(place.letters.map(({ email }) => email)).toContain(person.email)
    }
    await ages(delegations.id, 3 * HOUR)
    await db.representative.updateMany({ where: { delegationId }, data: { maySubmit: true } })
    expect(await tellNewcomers(now)).toBe(0)
  })

  it('needs the group’s length from the moment of sending', async () => {
    const { groupId } = cast.session
    await db.expertGroup.update({ where: { id: groupId }, data: { silenceHours: 72 } })
    const { id } = await cast.prepares()
    const at = (length: number) => cast.now().then((now) => new Date(now.getTime() + length))
    const open = async (length: number) =>
      openSilence(cast.secretariat, {
        unreachedConfirmed: true,
        id,
        version: 1,
        openUntil: await at(length),
      })
    await expect(open(72 * HOUR - 1_000)).rejects.toMatchObject({
      key: 'silenceTooShort',
      values: { hours: 72 },
    })
    await open(72 * HOUR + 60_000)
  })

  it('is for the Secretariat and the Chair, and asks which hour is meant on the night that has two', async () => {
    for (const actor of [cast.arvenia.head, cast.rapporteur, cast.viceChair])
      await expect(cast.prepares({}, actor)).rejects.toMatchObject({ reason: 'forbidden' })
    await cast.prepares({}, cast.chair)
    const parse = (openUntil: string, openUntilHour = '') =>
      OpenSilence.safeParse({ id: randomUUID(), version: 1, openUntil, openUntilHour })
    const fault = (read: ReturnType<typeof parse>) => read.error?.issues[0]?.message
    expect(fault(parse('2026-10-25T02:30'))).toBe('hourTwice')
    expect(parse('2026-10-25T02:30', 'summer').data?.openUntil).toEqual(
      new Date('2026-10-25T00:30:00Z'),
    )
    expect(parse('2026-10-25T02:30', 'winter').data?.openUntil).toEqual(
      new Date('2026-10-25T01:30:00Z'),
    )
    expect(fault(parse('2026-03-29T02:30'))).toBe('hourSkipped')
  })
})

describe('what is under silence', () => {
  it('is seen by the roll and by those who conduct it, by no other way', async () => {
    const word = `Vexillum${randomUUID().slice(0, 8)}`
    const { id, number } = await cast.opens(HOUR, { text: `A wording of ${word}.` })
    for (const actor of [cast.corvina.head, cast.rapporteur, cast.outsider, visitor]) {
      expect(await listSilences(actor, cast.session)).toEqual([])
      await expect(getSilence(actor, cast.session, number)).rejects.toMatchObject({
        reason: 'not-found',
      })
    }
    await expect(cast.breaks(id, cast.corvina.head)).rejects.toMatchObject({ reason: 'not-found' })
    for (const actor of [cast.secretariat, cast.corvina.head])
      expect((await search(actor, SearchFilter.parse({ words: word }))).results).toEqual([])
    const recorded = JSON.stringify(await cast.recorded(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(recorded).not.toContain(word)
    const mails = await db.mail.findMany({ where: { text: { contains: word } } })
    const addresses = new Set((await cast.mailOf(id, 'opened')).map(({ email }) => email))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails.every(({ recipient }) => addresses.has(recipient))).toBe(true)
  })

  it('before its opening is seen by those who conduct it alone', async () => {
    const { id, number } = await cast.prepares()
    await expect(getSilence(cast.arvenia.head, cast.session, number)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(cast.breaks(id)).rejects.toMatchObject({ reason: 'not-found' })
    await discardSilence(cast.secretariat, { id })
  })
})

it('asks for dates where it is about dates', () => {
  const parsed = PrepareSilence.safeParse({
    subject: 'dates',
    title: 'D',
    asks: 'A',
    roll: 'delegations',
  })
  expect(parsed.success).toBe(false)
})

it('takes dates and format of their own subject alone', () => {
  const typed = {
    sessionId: crypto.randomUUID(),
    title: 'D',
    asks: 'A',
    roll: 'delegations',
    startsOn: '2027-01-12',
    endsOn: '2027-01-11',
    format: 'hybrid',
    formatWords: 'hybrid/Chair',
    language: 'en',
    text: 'The text.',
  }
  expect(PrepareSilence.parse({ ...typed, subject: 'agenda' })).toMatchObject({
    startsOn: null,
    endsOn: null,
    format: null,
    formatWords: '',
  })
  expect(PrepareSilence.safeParse({ ...typed, subject: 'dates' }).success).toBe(false)
})
