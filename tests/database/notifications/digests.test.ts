import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { getLetterChoices } from '@/lib/notifications/choice-queries'
import { sendClosingNotices } from '@/lib/notifications/closing-notices'
import { chooseLetters } from '@/lib/notifications/commands'
import { composeDigests } from '@/lib/notifications/digests'
import { extendPeriod } from '@/lib/sessions/periods/commands'
import { proposing } from '@/tests/support/proposing'
import { twoProcesses } from '@/tests/support/racing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { releaseAmendment } from '@/tests/support/release-amendment'

const DAY = 86_400_000
const HOUR = 3_600_000

let cast: Scenario
let processes: Awaited<ReturnType<typeof twoProcesses>>
beforeAll(async () => {
  processes = await twoProcesses()
}, 30_000)
afterAll(() => processes.stop())

beforeEach(async () => {
  await db.closingNotice.deleteMany({})
  await db.period.deleteMany({})
  cast = await scenario()
  await db.digestLine.deleteMany({})
  await db.digest.deleteMany({})
  await db.letterChoice.deleteMany({})
  await db.mail.deleteMany({})
})

const chooses = async (actor: SignedIn, timing: 'atOnce' | 'daily' | 'none') =>
  chooseLetters(actor, { ...(await getLetterChoices(actor)), suggestedChanges: timing })
const suggests = async () => {
  const { proposalId } = await proposing(() => cast).submits(cast.arvenia.head)
  await db.mail.deleteMany({})
  await releaseAmendment(cast.belmara.head, {
    id: randomUUID(),
    proposalId,
    revisionNumber: 1,
    version: 0,
    body: '',
    text: 'Member States should do otherwise.',
    reason: 'Clearer.',
  })
}
const emailOf = async ({ personId }: SignedIn) =>
  (await db.person.findUniqueOrThrow({ where: { id: personId } })).email
const letters = async (to: SignedIn) =>
  (await db.mail.findMany({ where: { recipient: await emailOf(to) }, orderBy: { id: 'asc' } })).map(
    ({ subject, text }) => ({ subject, text }),
  )
const digests = async (to: SignedIn) =>
  (await letters(to)).filter(({ subject }) => subject.includes('daily letter'))
/** The same act concurrently in two processes, like two instances of the server. */
const inTwoProcesses = async (act: string, now: Date) => {
  const deadlineAct = { act, actor: cast.arvenia.head, input: { now: now.toISOString() } }
  expect(await processes.race(deadlineAct, deadlineAct, 0)).toEqual([
    { done: true },
    { done: true },
  ])
}
/** In some days, after seven in the morning in Vienna. */
const inDays = (days: number) => new Date(new Date().setUTCHours(8, 0, 0, 0) + days * DAY)

describe('a letter', () => {
  it('comes at once unless the person chose otherwise', async () => {
    await suggests()
    expect(await letters(cast.arvenia.head)).toHaveLength(1)
    await chooses(cast.arvenia.head, 'none')
    await suggests()
    expect(await letters(cast.arvenia.head)).toEqual([])
    expect(await db.digestLine.count()).toBe(0)
    await chooses(cast.arvenia.head, 'daily')
    await suggests()
    expect(await letters(cast.arvenia.head)).toEqual([])
    expect(await db.digestLine.count()).toBe(1)
    await chooses(cast.arvenia.head, 'atOnce')
    await suggests()
    expect(await letters(cast.arvenia.head)).toHaveLength(1)
  })

  it('of a receipt comes at once, whatever was chosen', async () => {
    const actor = cast.arvenia.head
    const all = await getLetterChoices(actor)
    const none = Object.fromEntries(Object.keys(all).map((kind) => [kind, 'none']))
    await chooseLetters(actor, none as typeof all)
    await proposing(() => cast).submits(actor)
    expect((await letters(actor)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('eceipt'),
    ])
  })
})

describe('the daily letter', () => {
  beforeEach(() => chooses(cast.arvenia.head, 'daily'))

  it('is one, though two instances write it at the same moment', async () => {
    await suggests()
    await suggests()
    for (const days of [1, 2, 3]) {
      await inTwoProcesses('composeDigests', inDays(days))
      expect(await digests(cast.arvenia.head)).toHaveLength(days)
      await db.digestLine.create({
        data: {
          personId: cast.arvenia.head.personId,
          subject: 'More',
          path: '/',
          at: inDays(days),
        },
      })
    }
  }, 30_000)

  it('is one after an outage of days, with everything that happened, and none without news', async () => {
    const { personId } = cast.arvenia.head
    for (const days of [0, 1, 2, 3])
      await db.digestLine.create({
        data: { personId, subject: `Of day ${days}`, path: '/sessions', at: inDays(days) },
      })
    await inTwoProcesses('composeDigests', inDays(4))
    const [letter, ...more] = await digests(cast.arvenia.head)
    expect(more).toEqual([])
    for (const days of [0, 1, 2, 3]) expect(letter!.text).toContain(`- Of day ${days}`)
    expect(await composeDigests(inDays(5))).toBe(0)
  }, 30_000)

  it('waits for the morning, says each thing once, and names no State and no words', async () => {
    await suggests()
    expect(await composeDigests(new Date(Date.now() - DAY))).toBe(0)
    const [line] = await db.digestLine.findMany()
    await db.digestLine.create({
      data: { personId: line!.personId, subject: line!.subject, path: line!.path },
    })
    await composeDigests(inDays(1))
    const [letter] = await digests(cast.arvenia.head)
    expect(letter!.text).toContain('a suggested change to proposal 1 (2 times)')
    expect(letter!.text).not.toMatch(/otherwise|Belmara/)
  })
})

describe('a notice that a period closes', () => {
  const ends = async (hours: number, openedBefore = 30 * DAY) => {
    const openUntil = new Date(Date.now() + hours * HOUR)
    const openedAt = new Date(Date.now() - openedBefore)
    const { id } = await db.period.findFirstOrThrow({
      where: { sessionId: cast.session.id, kind: 'comments' },
    })
    await db.period.update({ where: { id }, data: { openUntil, openedAt } })
    return id
  }
  const notices = async () =>
    (await letters(cast.arvenia.head)).filter(({ subject }) =>
      subject.startsWith('Sixth session: comments close on'),
    )

  it('is sent a day before to everybody, once, though two instances send it', async () => {
    await ends(25)
    await sendClosingNotices(new Date())
    expect(await notices()).toEqual([])
    await ends(23)
    await inTwoProcesses('sendClosingNotices', new Date())
    await sendClosingNotices(new Date())
    expect(await notices()).toHaveLength(1)
  }, 30_000)

  it('is sent again for a later deadline, not for one of the same day', async () => {
    const periodId = await ends(23)
    await sendClosingNotices(new Date())
    const extends_ = (hours: number) =>
      extendPeriod(cast.secretariat, {
        periodId,
        reason: 'More time.',
        openUntil: new Date(Date.now() + hours * HOUR),
      })
    await extends_(30)
    await sendClosingNotices(new Date(Date.now() + 20 * HOUR))
    expect(await notices()).toHaveLength(1)
    await extends_(72)
    await sendClosingNotices(new Date(Date.now() + 60 * HOUR))
    expect(await notices()).toHaveLength(2)
  })

  it('is not sent where the period was opened shortly before, or was closed', async () => {
    await ends(10, 12 * HOUR)
    await sendClosingNotices(new Date())
    await ends(10)
    await cast.closes('comments')
    await sendClosingNotices(new Date())
    expect(await notices()).toEqual([])
  })
})
