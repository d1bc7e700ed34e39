import { beforeAll, expect, test } from 'vitest'
import { invite } from '@/lib/auth/accounts/invite'
import { db } from '@/lib/db/client'
import { issueImport, keepImport } from '@/lib/proposals/import/commands'
import { seat } from '@/lib/seat'
import { hasGroup, setUpGroup } from '@/lib/sessions/groups/first-group'
import { SetUpGroup } from '@/lib/sessions/groups/schema'
import type { SignedIn } from '@/lib/delegations/actor'
import { groupSettings } from '@/tests/support/group-settings'
import { item, listFile } from '@/tests/support/importing'

const form = {
  ...groupSettings,
  step: 'write',
  shortName: 'Harbours',
  symbolRoot: 'A/AC.999',
  seat: 'Tokyo',
  timeZone: 'Asia/Tokyo',
  observersMayPropose: 'on',
  body1: 'General Assembly',
  symbol1: '74/173',
  dated1: '2019-12-18',
  asked1: 'requested the Working Group to meet',
  body3: 'Harbour Commission',
  dated3: '2017-05',
}
const parsed = (patch: object = {}) => SetUpGroup.parse({ ...form, ...patch })
const faults = (patch: object) =>
  SetUpGroup.safeParse({ ...form, ...patch }).error?.issues.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

async function person(office: 'secretariat' | 'chair'): Promise<SignedIn> {
  const { id } = await db.person.create({
    data: { name: office, email: `${office}-${crypto.randomUUID()}@example.org`, honorific: '' },
  })
  await db.office.create({ data: { kind: office, personId: id } })
  return {
    personId: id,
    name: office,
    memberships: [],
    offices: [{ kind: office, sessionId: null }],
  }
}

let first: SignedIn
let second: SignedIn
beforeAll(async () => {
  first = await person('secretariat')
  second = await person('secretariat')
})

test('an installation without a group lets nobody but the Secretariat name it', async () => {
  expect(await hasGroup()).toBe(false)
  await expect(setUpGroup(await person('chair'), parsed())).rejects.toMatchObject({
    key: 'secretariatOnly',
  })
  expect(await hasGroup()).toBe(false)
})

test('an office of the group waits until the group is set up, for it would be held in every group', async () => {
  const invited = { email: 'early@example.org', office: 'chair' } as const
  await expect(invite(invited)).rejects.toMatchObject({ key: 'groupNotSetUp' })
  expect(await db.person.count({ where: { email: invited.email } })).toBe(0)
})

test('a past list waits as a draft until the group is set up', async () => {
  const bytes = listFile([item({ by: [] })], { ordinal: 1 })
  const draft = await keepImport('operator', { fileName: 'list.json', bytes })
  await expect(issueImport('operator', draft)).rejects.toMatchObject({ key: 'groupNotSetUp' })
  expect(await db.session.count()).toBe(0)
})

test('a mandate needs its body, a date that exists, and hours that follow each other', () => {
  expect(faults({ body1: '' })).toEqual(['body1: required'])
  expect(faults({ dated3: '2017-13' })).toEqual(['dated3: dated'])
  expect(faults({ dated1: '2019-02-31' })).toEqual(['dated1: dated'])
  expect(faults({ morningUntil: '15:00' })).toEqual(['afternoonUntil: hoursOrder'])
  expect(faults({ symbolRoot: 'none of these' })).toEqual(['symbolRoot: symbolRoot'])
  expect(faults({ body1: '', symbol1: '', dated1: '', asked1: '' })).toBeUndefined()
})

test('of two people who name it at once one is refused, and the group is there with its mandates and its clock', async () => {
  const both = await Promise.allSettled([
    setUpGroup(first, parsed()),
    setUpGroup(second, parsed({ name: 'Another', symbolRoot: 'B/AC.1' })),
  ])
  const refused = both.filter((outcome) => outcome.status === 'rejected')
  expect(refused.map(({ reason }) => (reason as { key: string }).key)).toEqual(['groupIsSetUp'])
  const [group, ...otherGroups] = await db.expertGroup.findMany({ include: { mandateList: true } })
  expect(otherGroups).toEqual([])
  expect(group).toMatchObject({ eventWord: 'meeting', silenceHours: 48, observersMayPropose: true })
  expect(group).toMatchObject({ responsesRequired: false })
  const mandates = group!.mandateList.toSorted((a, b) => a.position - b.position)
  expect(mandates).toMatchObject([
    { body: 'General Assembly', symbol: '74/173', date: new Date('2019-12-18'), position: 1 },
    { body: 'Harbour Commission', symbol: '', dated: '2017-05', date: null, position: 2 },
  ])
  expect(await hasGroup()).toBe(true)
  expect(seat()).toEqual({ name: 'Tokyo', timeZone: 'Asia/Tokyo' })
  const events = await db.recordEntry.findMany({ where: { event: 'group.made' } })
  expect(events.map(({ subjectId }) => subjectId)).toEqual([group!.id])
})

test('the operator gives the office of Chair in the group alone, and to nobody beside another Chair', async () => {
  const invited = { email: 'late@example.org', office: 'chair' } as const
  await expect(invite(invited)).rejects.toMatchObject({ key: 'officeTaken' })
  await db.office.updateMany({ where: { kind: 'chair' }, data: { endedAt: new Date() } })
  await invite(invited)
  const group = await db.expertGroup.findFirstOrThrow()
  expect(await db.office.findFirst({ where: { kind: 'chair', endedAt: null } })).toMatchObject({
    sessionId: null,
    groupId: group.id,
  })
  await invite(invited)
  expect(await db.office.count({ where: { kind: 'chair', endedAt: null } })).toBe(1)
})
