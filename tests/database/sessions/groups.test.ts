import { beforeEach, describe, expect, test } from 'vitest'
import { printSeatTime } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { translations } from '@/lib/messages'
import { seat, setSeat } from '@/lib/seat'
import {
  addMandate,
  changeGroup,
  makeGroup,
  removeMandate,
  setGroupOfStates,
  setWorkplan,
} from '@/lib/sessions/groups/commands'
import { getGroup, listAllGroups } from '@/lib/sessions/groups/queries'
import {
  AddMandate,
  ChangeGroup,
  MakeGroup,
  SetGroupOfStates,
  SetWorkplan,
} from '@/lib/sessions/groups/schema'
import { givesClock, readSeat } from '@/lib/sessions/groups/seat'
import { groupSettings } from '@/tests/support/group-settings'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let groupId: string
beforeEach(async () => {
  cast = await scenario()
  groupId = cast.session.groupId
  setSeat({ name: 'Vienna', timeZone: 'Europe/Vienna' })
})

const settings = {
  ...groupSettings,
  shortName: 'Working Group',
  symbolRoot: 'A/AC.999',
  seat: "Xi'an",
  timeZone: 'Asia/Tokyo',
  observersMayPropose: 'on',
}

describe('a group', () => {
  test('gets its settings from the Secretariat, which may set up another', async () => {
    const input = ChangeGroup.parse({ groupId, version: 1, ...settings, symbolRoot: 'A/AC.1' })
    await changeGroup(cast.secretariat, input)
    expect(await db.expertGroup.findUniqueOrThrow({ where: { id: groupId } })).toMatchObject({
      name: 'Working Group on Harbours',
      observersMayPropose: true,
      responsesRequired: false,
      silenceHours: 48,
      version: 2,
    })
    await expect(changeGroup(cast.secretariat, input)).rejects.toMatchObject({
      key: 'groupChanged',
    })
    const id = await makeGroup(cast.secretariat, MakeGroup.parse(settings))
    const groups = await listAllGroups(cast.arvenia.head)
    expect(groups.map((group) => group.id)).toContain(id)
    expect(await listAllGroups(cast.outsider)).toEqual([])
    await expect(makeGroup(cast.secretariat, MakeGroup.parse(settings))).rejects.toMatchObject({
      key: 'symbolRootTaken',
    })
  })

  test('is changed by nobody else', async () => {
    const input = ChangeGroup.parse({ groupId, version: 1, ...settings })
    for (const actor of [cast.chair, cast.arvenia.head, cast.outsider])
      await expect(changeGroup(actor, input)).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('has hours that follow each other, a time zone that exists and a root of symbols', () => {
    const faults = (patch: object) =>
      MakeGroup.safeParse({ ...settings, ...patch }).error?.issues.map(({ message }) => message)
    expect(faults({ morningUntil: '15:00' })).toEqual(['hoursOrder'])
    expect(faults({ timeZone: 'Europe/Atlantis' })).toEqual(['timeZone'])
    expect(faults({ symbolRoot: 'a path/..' })).toEqual(['symbolRoot'])
    expect(faults({})).toBeUndefined()
  })

  test('of the installation gives every time its clock and its name', async () => {
    const instant = new Date('2020-07-27T16:00:00Z')
    expect(printSeatTime(instant)).toBe('27 July 2020, 18:00')
    const [first] = await db.expertGroup.findMany({ orderBy: { id: 'asc' }, take: 1 })
    const before = { seat: 'Vienna', timeZone: 'Europe/Vienna' }
    const patch = { version: first!.version, ...settings, symbolRoot: 'A/AC.2' }
    await changeGroup(cast.secretariat, ChangeGroup.parse({ groupId: first!.id, ...patch }))
    expect(seat()).toEqual({ name: "Xi'an", timeZone: 'Asia/Tokyo' })
    expect(printSeatTime(instant)).toBe('28 July 2020, 01:00')
    expect(translations('time')('seat', { time: 'noon' })).toBe("noon (Xi'an time)")
    const groups = await listAllGroups(cast.arvenia.head)
    const clocks = await Promise.all(groups.map(({ id }) => givesClock(id)))
    expect(clocks).toEqual([true, ...groups.slice(1).map(() => false)])
    await db.expertGroup.update({ where: { id: first!.id }, data: before })
    await readSeat()
    expect(printSeatTime(instant)).toBe('27 July 2020, 18:00')
  })

  test('keeps its mandates and its workplan', async () => {
    const mandate = {
      groupId,
      body: 'General Assembly',
      symbol: '65/230',
      dated: '2010-12-21',
      adoptedAtSession: '',
    }
    await addMandate(cast.secretariat, AddMandate.parse(mandate))
    const plan = {
      groupId,
      fromYear: '2018',
      untilYear: '2021',
      adoptedAtId: cast.session.id,
      stockTakingYear: '2021',
      memberStates: 'on',
      topics: '2020 International cooperation\n2020 Prevention\n\n2021: Stock-taking',
    }
    await setWorkplan(cast.secretariat, SetWorkplan.parse(plan))
    await setWorkplan(cast.secretariat, SetWorkplan.parse({ ...plan, listRule: 'brief' }))
    const group = await getGroup(cast.arvenia.head, groupId)
    expect(group.mandateList).toMatchObject([{ symbol: '65/230', position: 1 }])
    expect(group.workplans).toMatchObject([{ listRule: 'brief', circulatedTo: ['memberStates'] }])
    expect(group.workplans[0]!.topics.map(({ title }) => title)).toEqual([
      'International cooperation',
      'Prevention',
      'Stock-taking',
    ])
    const faults = SetWorkplan.safeParse({ ...plan, topics: '2025 Later' }).error?.issues
    expect(faults?.map(({ message }) => message)).toEqual(['topicYear'])
    await removeMandate(cast.secretariat, { mandateId: group.mandateList[0]!.id })
    expect((await getGroup(cast.arvenia.head, groupId)).mandateList).toEqual([])
  })

  test('of States keeps who was a member until when', async () => {
    const set = (members: string) =>
      setGroupOfStates(
        cast.secretariat,
        SetGroupOfStates.parse({ groupId, name: 'African Group', kind: 'regional', members }),
      )
    await set('Arvenia\nBelmara')
    await set('Belmara; Corvina')
    const rows = await db.groupMember.findMany({
      where: { groupOfStates: { groupId } },
      include: { entity: true },
      orderBy: { entity: { sortKey: 'asc' } },
    })
    expect(
      rows.map(({ entity, fromOn, untilOn }) => [entity.name, fromOn !== null, untilOn !== null]),
    ).toEqual([
      ['Arvenia', false, true],
      ['Belmara', false, false],
      ['Corvina', true, false],
    ])
    await expect(set('Utopia')).rejects.toMatchObject({ key: 'notStates', field: 'members' })
  })
})
