import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { addBureauMember, endBureauMember } from '@/lib/sessions/bureau/commands'
import { AddBureauMember } from '@/lib/sessions/bureau/schema'
import { annulDecision } from '@/lib/sessions/decisions/commands'
import { hideDecision, ruleInRoom, showDecision } from '@/lib/sessions/decisions/room-commands'
import { RuleInRoom } from '@/lib/sessions/decisions/schema'
import {
  addMandate,
  changeGroup,
  makeGroup,
  removeMandate,
  setGroupOfStates,
  setWorkplan,
} from '@/lib/sessions/groups/commands'
import {
  AddMandate,
  ChangeGroup,
  MakeGroup,
  SetGroupOfStates,
  SetWorkplan,
} from '@/lib/sessions/groups/schema'
import { groupSettings } from '@/tests/support/group-settings'
import { openedSession } from '@/tests/support/opened-session'
import { expectRecorded } from '@/tests/support/recorded'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { versionOf } from '@/tests/support/sitting'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const settings = {
  ...groupSettings,
  shortName: 'Working Group',
  symbolRoot: 'A/AC.998',
  seat: 'Vienna',
  timeZone: 'Europe/Vienna',
}

describe('each act is in the record once', () => {
  test('on a group, its mandates, its workplan and its groups of States', async () => {
    const { secretariat } = cast
    const { groupId } = cast.session
    const { name } = settings
    await expectRecorded(
      () => makeGroup(secretariat, MakeGroup.parse(settings)),
      ['group.made', expect.any(String), { name }],
    )
    const changes = ChangeGroup.parse({ groupId, version: 1, ...settings, symbolRoot: 'A/AC.997' })
    await expectRecorded(() => changeGroup(secretariat, changes), ['group.changed', groupId])
    await expectRecorded(() => expect(changeGroup(secretariat, changes)).rejects.toThrow())
    await expectRecorded(() => changeGroup(secretariat, { ...changes, version: 2 }))
    const mandate = AddMandate.parse({
      groupId,
      body: 'General Assembly',
      symbol: '65/230',
      dated: '2010-12-21',
      adoptedAtSession: '',
    })
    await expectRecorded(() => addMandate(secretariat, mandate), ['group.changed', groupId])
    const { id: mandateId } = await db.mandate.findFirstOrThrow({ where: { groupId } })
    const removes = () => removeMandate(secretariat, { mandateId })
    await expectRecorded(removes, ['group.changed', groupId])
    await expectRecorded(() => expect(removes()).rejects.toMatchObject({ reason: 'not-found' }))
    const plan = SetWorkplan.parse({
      groupId,
      fromYear: '2018',
      untilYear: '2021',
      adoptedAtId: cast.session.id,
      stockTakingYear: '2021',
      memberStates: 'on',
      topics: '2020 International cooperation',
    })
    const plans = () => setWorkplan(secretariat, plan)
    const years = { from: '2018', until: '2021' }
    await expectRecorded(plans, ['group.workplanSet', expect.any(String), years])
    await expectRecorded(plans)
    const group = { groupId, name: 'African Group', kind: 'regional', members: 'Arvenia' }
    const sets = () => setGroupOfStates(secretariat, SetGroupOfStates.parse(group))
    await expectRecorded(sets, ['group.statesSet', expect.any(String), { name: 'African Group' }])
    await expectRecorded(sets)
  })

  test('on the extended Bureau', async () => {
    const { secretariat } = cast
    const { id: sessionId } = cast.session
    const title = 'Chair of the African Group'
    const member = { sessionId, capacity: 'regionalGroup', title, name: 'Bastien Kolo' }
    await expectRecorded(
      () => addBureauMember(secretariat, AddBureauMember.parse(member)),
      ['session.bureauMemberAdded', expect.any(String), { name: 'Bastien Kolo', title }],
    )
    const { id: memberId } = await db.bureauMember.findFirstOrThrow({ where: { sessionId } })
    const ends = () => endBureauMember(secretariat, { sessionId, memberId })
    const ended = { name: 'Bastien Kolo', title }
    await expectRecorded(ends, ['session.bureauMemberEnded', memberId, ended])
    await expectRecorded(() => expect(ends()).rejects.toMatchObject({ key: 'placeEnded' }))
  })

  test('on a decision, before the room and annulled', async () => {
    const { chair, secretariat } = cast
    const { id: sessionId, slug } = cast.session
    await openedSession(cast)
    const ruling = RuleInRoom.parse({ slug, step: 'ruled', words: 'The list is closed.' })
    await expectRecorded(
      () => ruleInRoom(chair, ruling),
      [
        'session.decided',
        expect.any(String),
        expect.objectContaining({ number: 3, step: 'ruled', decidedBy: 'chair', how: 'ruling' }),
      ],
    )
    const decision = { sessionId, step: 'ruled' } as const
    const { id: decisionId } = await db.sessionDecision.findFirstOrThrow({ where: decision })
    const shows = () => showDecision(secretariat, { slug, decisionId })
    await expectRecorded(shows, ['session.decisionShown', decisionId, { number: 3 }])
    await expectRecorded(shows)
    const hides = () => hideDecision(secretariat, { slug })
    await expectRecorded(hides, ['session.decisionTakenOff', sessionId])
    await expectRecorded(hides)
    const reason = 'Entered twice.'
    const annuls = async () =>
      annulDecision(secretariat, { decisionId, version: await versionOf(sessionId), reason })
    await expectRecorded(annuls, [
      'session.decisionAnnulled',
      decisionId,
      { number: 3, step: 'ruled', reason },
    ])
    await expectRecorded(() => expect(annuls()).rejects.toMatchObject({ key: 'decisionAnnulled' }))
  })
})
