import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/delegations/actor'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { remark } from '@/lib/silence/commands'
import {
  decideSilence,
  declareResult,
  extendSilence,
  noteSilence,
} from '@/lib/silence/conduct/conducting'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { conductsSilence, getSilence } from '@/lib/silence/queries'
import { annulDecision } from '@/lib/sessions/decisions/commands'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { RecordDecision } from '@/lib/sessions/decisions/schema'
import { loadHappenings } from '@/lib/report/rows/happenings'
import { listWaitingSilences } from '@/lib/silence/waiting'
import { ages, type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const MINUTE = 60_000
const HOUR = 3_600_000

describe('the result', () => {
  it('comes with no job: approved after the grace, a decision with its number, the words of the report', async () => {
    const { id, number, deadline } = await cast.opens(300)
    await remark(cast.belmara.head, {
      id: randomUUID(),
      silenceId: id,
      kind: 'explanation',
      text: 'We join, and note that the dates are short.',
    })
    await cast.until(deadline)
    expect(await cast.standing(number)).toBe('waiting')
    await expect(decideSilence(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'silenceNotApproved',
    })
    await expect(declareResult(cast.chair, { id })).rejects.toMatchObject({
      key: 'silenceTooEarly',
    })
    await ages(id, 3 * MINUTE)
    await expect(declareResult(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await declareResult(cast.chair, { id })
    expect(await cast.standing(number)).toBe('approved')
    const waits = async (actor = cast.secretariat) =>
      (await listWaitingSilences(actor, await cast.now())).filter((silence) => silence.id === id)
    expect(await waits()).toMatchObject([{ kind: 'decideSilence' }])
    expect(await waits(cast.corvina.head)).toEqual([])
    await expect(cast.breaks(id)).resolves.toMatchObject({ inTime: false })
    await decideSilence(cast.secretariat, { id })
    await expect(decideSilence(cast.secretariat, { id })).rejects.toMatchObject({
      key: 'silenceDecided',
    })
    const decision = await db.sessionDecision.findFirstOrThrow({ where: { silence: { id } } })
    expect(decision).toMatchObject({
      step: 'datesApproved',
      how: 'silence',
      decidedBy: 'extendedBureau',
    })
    const meeting = await db.meeting.create({
      data: { sessionId: cast.session.id, number: 1, date: new Date('2020-07-27') },
    })
    await noteSilence(cast.secretariat, { id, meetingId: meeting.id })
    const view = await getSilence(cast.chair, cast.session, number)
    expect(view).toMatchObject({ notedMeeting: 1, decision: decision.number })
    expect(view.remarks).toMatchObject([{ capacity: 'European Union', kind: 'explanation' }])
  })

  it('is entered again where its decision was annulled', async () => {
    const { id, number } = await cast.opens(HOUR)
    await ages(id, 2 * HOUR)
    await decideSilence(cast.secretariat, { id })
    const { version } = await db.session.findUniqueOrThrow({ where: { id: cast.session.id } })
    const decision = await db.sessionDecision.findFirstOrThrow({ where: { silence: { id } } })
    const annulled = { decisionId: decision.id, version, reason: 'The seat was wrong.' }
    await annulDecision(cast.secretariat, annulled)
    const shown = () => getSilence(cast.secretariat, cast.session, number)
    expect((await shown()).decision).toBeNull()
    const waits = await listWaitingSilences(cast.secretariat, await cast.now())
    expect(waits).toMatchObject([{ kind: 'decideSilence', id }])
    await decideSilence(cast.secretariat, { id })
    expect((await shown()).decision).toBe(decision.number + 1)
    expect(await listWaitingSilences(cast.secretariat, await cast.now())).toEqual([])
  })

  it('of a text is a decision of the session with its number, which the report tells with the meeting that took note', async () => {
    const question = { subject: 'text', title: 'Method of work', startsOn: '', endsOn: '' }
    const { id, number } = await cast.opens(HOUR, question)
    await ages(id, 2 * HOUR)
    expect(await cast.standing(number)).toBe('approved')
    expect(await listWaitingSilences(cast.secretariat, await cast.now())).toMatchObject([
      { kind: 'decideSilence', id },
    ])
    await decideSilence(cast.secretariat, { id })
    const date = new Date('2020-07-27')
    const { id: meetingId } = await db.meeting.create({
      data: { sessionId: cast.session.id, number: 1, date },
    })
    await noteSilence(cast.secretariat, { id, meetingId })
    const view = await getSilence(cast.chair, cast.session, number)
    expect(view).toMatchObject({ decision: 1, notedMeeting: 1 })
    const { decisions, standing } = await listSessionDecisions(cast.session)
    expect(decisions).toMatchObject([
      { number: 1, step: 'textApproved', how: 'silence', silence: { title: 'Method of work' } },
    ])
    expect(standing.status).toBe('planned')
    const facts = await loadHappenings(cast.session.id, db)
    expect(facts.decisions).toMatchObject([
      { subject: 'Method of work', noted: { number: 1, date: '2020-07-27' } },
    ])
    const byHand = { sessionId: cast.session.id, version: 1, step: 'textApproved' }
    expect(RecordDecision.safeParse(byHand).error?.issues).toContainEqual(
      expect.objectContaining({ path: ['step'] }),
    )
  })

  it('is conducted by the Vice-Chair who has the powers of the Chair, not by the Chair', async () => {
    const { chair, viceChair, session } = cast
    const mayAsk = (actor: Actor) => conductsSilence(actor, session)
    expect([await mayAsk(chair), await mayAsk(viceChair)]).toEqual([true, false])
    const { id, number } = await cast.opens(2 * HOUR)
    await expect(getSilence(viceChair, session, number)).rejects.toMatchObject({ key: 'notFound' })
    const toPersonId = viceChair.personId
    await handOverPowers(chair, { slug: session.slug, scope: '', toPersonId })
    expect([await mayAsk(chair), await mayAsk(viceChair)]).toEqual([false, true])
    const openUntil = new Date((await cast.now()).getTime() + 100 * HOUR)
    const longer = { id, openUntil, reason: 'More time.' }
    await expect(extendSilence(chair, longer)).rejects.toMatchObject({
      key: 'silenceConductorsOnly',
    })
    await expect(cast.prepares({}, chair)).rejects.toMatchObject({ key: 'silenceConductorsOnly' })
    await extendSilence(viceChair, longer)
    expect(await getSilence(chair, session, number)).toMatchObject({ deadline: openUntil })
    await cast.prepares({}, viceChair)
    await takeBackPowers(chair, { slug: session.slug })
    // What the Vice-Chair conducted stays readable; the half-typed act is refused with its reason.
    expect(await getSilence(viceChair, session, number)).toMatchObject({ deadline: openUntil })
    await expect(
      extendSilence(viceChair, { ...longer, openUntil: new Date(openUntil.getTime() + HOUR) }),
    ).rejects.toMatchObject({ key: 'silenceConductorsOnly' })
  })

  it('is told once by any number of instances, and not before the grace has passed', async () => {
    const { id, deadline } = await cast.opens(300)
    await cast.until(deadline)
    const tells = async () => sendResults(await cast.now())
    await tells()
    expect(await cast.mailOf(id, 'result')).toEqual([])
    await ages(id, 31 * MINUTE)
    await Promise.all([tells(), tells(), tells(), tells()])
    await tells()
    const letters = await cast.mailOf(id, 'result')
    expect(letters).toHaveLength(4)
    expect(new Set(letters.map(({ email }) => email)).size).toBe(4)
    expect(letters[0]!.mail.subject).toContain('approved')
  })

  it('of all delegations: an observer reads and remarks, and does not break', async () => {
    const { id, number } = await cast.opens(HOUR, {
      roll: 'delegations',
      subject: 'text',
      startsOn: '',
      endsOn: '',
    })
    const view = await getSilence(cast.lumeria.head, cast.session, number)
    expect(view.roll.find(({ capacity }) => capacity === cast.lumeria.name)?.entitled).toBe(false)
    await expect(cast.breaks(id, cast.lumeria.head)).rejects.toMatchObject({
      key: 'silenceNotEntitled',
    })
    await expect(cast.breaks(id, cast.arvenia.adviser)).rejects.toMatchObject({
      key: 'silenceNotSpeaker',
    })
    expect(await cast.breaks(id, cast.arvenia.head)).toMatchObject({ inTime: true })
  })
})
