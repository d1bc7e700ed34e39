import { beforeEach, expect, test } from 'vitest'
import { seatDay } from '@/lib/clock'
import { databaseTime, db } from '@/lib/db/client'
import { loadRoom } from '@/lib/meetings/speakers/floor-queries'
import { loadScreenVersion } from '@/lib/plenary/screen/queries'
import { annulDecision } from '@/lib/sessions/decisions/commands'
import { hideDecision, ruleInRoom, showDecision } from '@/lib/sessions/decisions/room-commands'
import { getRulings } from '@/lib/sessions/decisions/room-queries'
import { RuleInRoom } from '@/lib/sessions/decisions/schema'
import { openedSession } from '@/tests/support/opened-session'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sessionId: string
let slug: string
beforeEach(async () => {
  cast = await scenario()
  ;({ id: sessionId, slug } = cast.session)
  await openedSession(cast)
})
const rules = (words: string, step = 'ruled') =>
  ruleInRoom(cast.chair, RuleInRoom.parse({ slug, step, words, show: 'on' }))
const onScreen = async () => (await loadRoom(sessionId)).decision

test('a ruling is a decision of the Chair today, at the meeting of the day, and stands before the room', async () => {
  const today = seatDay(await databaseTime(db))
  await db.session.update({ where: { id: sessionId }, data: { endsOn: today } })
  const meeting = await db.meeting.create({ data: { sessionId, number: 4, date: today } })
  await rules('The list of speakers on item 2 is closed.')
  const last = await db.sessionDecision.findFirstOrThrow({
    where: { sessionId },
    orderBy: { number: 'desc' },
  })
  expect(last).toMatchObject({
    step: 'ruled',
    decidedBy: 'chair',
    how: 'ruling',
    number: 3,
    decidedOn: today,
    meetingId: meeting.id,
    recordedById: cast.chair.personId,
  })
  expect(await onScreen()).toMatchObject({
    id: last.id,
    words: 'The list of speakers on item 2 is closed.',
    meeting: 4,
  })
  expect((await cast.recorded()).at(-1)).toMatchObject({ event: 'session.decided' })
})

test('a ruling that suspends the session moves its status, and only what may follow is offered', async () => {
  await rules('Until 3 p.m.', 'suspended')
  expect((await onScreen())?.step).toBe('suspended')
  const { rulings } = await getRulings(cast.chair, cast.session)
  expect(rulings).toContain('resumed')
  expect(rulings).not.toContain('suspended')
  await expect(rules('', 'suspended')).rejects.toMatchObject({ key: 'stepNotNow' })
  expect((await onScreen())?.words).toBe('Until 3 p.m.')
})

test('the Secretariat shows another decision and takes it off; nobody else does, and nobody but the Chair rules', async () => {
  await ruleInRoom(cast.chair, RuleInRoom.parse({ slug, step: 'ruled', words: 'First.' }))
  expect(await onScreen()).toBeNull()
  const { latest } = await getRulings(cast.secretariat, cast.session)
  const [first] = latest
  await showDecision(cast.secretariat, { slug, decisionId: first!.id })
  expect((await onScreen())?.words).toBe('First.')
  for (const actor of [cast.arvenia.head, cast.rapporteur, cast.outsider]) {
    await expect(showDecision(actor, { slug, decisionId: first!.id })).rejects.toMatchObject({
      key: 'decisionShownByChair',
    })
    await expect(hideDecision(actor, { slug })).rejects.toMatchObject({ reason: 'forbidden' })
  }
  const words = RuleInRoom.parse({ slug, step: 'ruled', words: 'Mine.' })
  await expect(ruleInRoom(cast.secretariat, words)).rejects.toMatchObject({ key: 'presidingOnly' })
  expect((await getRulings(cast.secretariat, cast.session)).rulings).toEqual([])
  await hideDecision(cast.secretariat, { slug })
  expect(await onScreen()).toBeNull()
  expect(
    await db.recordEntry.findFirst({ where: { sessionId }, orderBy: { id: 'desc' } }),
  ).toMatchObject({ event: 'session.decisionTakenOff', personId: cast.secretariat.personId })
})

test('a decision that is annulled leaves the screen, and cannot be shown again', async () => {
  await rules('Too early.')
  const { id } = (await onScreen())!
  const { version } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await annulDecision(cast.secretariat, { decisionId: id, version, reason: 'Entered twice.' })
  expect(await onScreen()).toBeNull()
  await expect(showDecision(cast.chair, { slug, decisionId: id })).rejects.toMatchObject({
    key: 'decisionAnnulled',
  })
})

test('each act on decisions raises the version by which other consoles and desks are drawn again', async () => {
  const versions = [await loadScreenVersion(sessionId)]
  const then = async (act: Promise<unknown>) => {
    await act
    versions.push(await loadScreenVersion(sessionId))
  }
  await then(ruleInRoom(cast.chair, RuleInRoom.parse({ slug, step: 'ruled', words: 'First.' })))
  const { id } = await db.sessionDecision.findFirstOrThrow({ where: { sessionId, step: 'ruled' } })
  await then(showDecision(cast.chair, { slug, decisionId: id }))
  await then(hideDecision(cast.chair, { slug }))
  const { version } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await then(annulDecision(cast.secretariat, { decisionId: id, version, reason: 'Ruled twice.' }))
  const numbers = versions.map(Number)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
})

test('a ruling in words needs them; a step does without', () => {
  expect(RuleInRoom.safeParse({ slug, step: 'ruled', words: ' ' }).success).toBe(false)
  expect(RuleInRoom.safeParse({ slug, step: 'suspended', words: '' }).success).toBe(true)
  expect(RuleInRoom.safeParse({ slug, step: 'agendaAdopted', words: 'x' }).success).toBe(false)
})
