import { beforeEach, describe, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/delegations/actor'
import { askFloor, setSpeakersList } from '@/lib/meetings/speakers/commands'
import { callSpeaker, noteStatement } from '@/lib/meetings/speakers/floor'
import { listFloorHolders, lookAtFloor } from '@/lib/meetings/speakers/floor-queries'
import { getSpeakersList } from '@/lib/meetings/speakers/queries'
import { AskFloor, NoteStatement, SetSpeakersList } from '@/lib/meetings/speakers/schema'
import { inThePast } from '@/tests/support/in-the-past'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  listId = await opens('2020-07-27T10:00')
})

const opens = (opensAt: string) => opensOn('2', opensAt)

async function opensOn(item: '2' | '3', opensAt = '2020-07-27T10:00'): Promise<string> {
  const minutes = { stateMinutes: '5', groupMinutes: '8', otherMinutes: '3' }
  const list = { sessionId: cast.session.id, agendaItemId: cast.agenda[item], opensAt, ...minutes }
  await setSpeakersList(cast.secretariat, SetSpeakersList.parse(list))
  return (await getSpeakersList(cast.session, item)).list!.id
}
const view = async () => (await getSpeakersList(cast.session, '2')).list
const asks = (actor: SignedIn, patch: object = {}) =>
  askFloor(actor, AskFloor.parse({ listId, kind: 'state', ...patch }))
/** Gives the floor as a page does that was read at this moment. */
const calls = async (statementId: string, actor = cast.chair) =>
  callSpeaker(actor, { statementId, held: await listFloorHolders(cast.session) })
const idOf = async (speaker: string) =>
  (await view())!.statements.find((statement) => statement.speaker === speaker)!.id

describe('the floor', () => {
  const past = (id: string, seconds: number) =>
    inThePast((tx) =>
      tx.statement.update({
        where: { id },
        data: { calledAt: new Date(Date.now() - seconds * 1000) },
      }),
    )
  const near = (seconds: number) => (used: number) => Math.abs(used - seconds) <= 2

  test('is of whoever was called last, with the time used; a point of order stops it', async () => {
    expect(await lookAtFloor(cast.session.id)).toBeNull()
    await asks(cast.belmara.head)
    await asks(cast.corvina.head)
    await asks(cast.arvenia.head, { kind: 'pointOfOrder' })
    const [belmara, corvina, arvenia] = [
      await idOf('Belmara'),
      await idOf('Corvina'),
      await idOf('Arvenia'),
    ]
    await calls(belmara)
    await past(belmara, 100)
    const speaking = { speaker: 'Belmara', item: '2', minutes: 5, kind: 'state' }
    expect(await lookAtFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(100)),
      pointOfOrder: null,
    })
    await calls(arvenia)
    await past(arvenia, 40)
    expect(await lookAtFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(60)),
      pointOfOrder: 'Arvenia',
    })
    await noteStatement(cast.chair, NoteStatement.parse({ statementId: arvenia }))
    expect(await lookAtFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(60)),
      pointOfOrder: null,
    })
    await calls(corvina)
    expect(await lookAtFloor(cast.session.id)).toMatchObject({ speaker: 'Corvina' })
    await past(corvina, 5 * 3600)
    expect(await lookAtFloor(cast.session.id)).toBeNull()
    expect((await view())!.statements.find(({ id }) => id === belmara)).toMatchObject({
      status: 'spoken',
    })
  })
})
