import { beforeEach, describe, expect, test } from 'vitest'
import { noteStatement } from '@/lib/meetings/speakers/floor'
import { loadFloor } from '@/lib/meetings/speakers/floor-queries'
import { NoteStatement } from '@/lib/meetings/speakers/schema'
import { inThePast } from '@/tests/support/in-the-past'
import { speaking } from '@/tests/support/speaking'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let listId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  listId = await opens('2020-07-27T10:00')
})

const { opens, view, asks, calls, idOf } = speaking(() => ({ cast, listId }))

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
    expect(await loadFloor(cast.session.id)).toBeNull()
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
    expect(await loadFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(100)),
      pointOfOrder: null,
    })
    await calls(arvenia)
    await past(arvenia, 40)
    expect(await loadFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(60)),
      pointOfOrder: 'Arvenia',
    })
    await noteStatement(cast.chair, NoteStatement.parse({ statementId: arvenia }))
    expect(await loadFloor(cast.session.id)).toMatchObject({
      ...speaking,
      used: expect.toSatisfy(near(60)),
      pointOfOrder: null,
    })
    await calls(corvina)
    expect(await loadFloor(cast.session.id)).toMatchObject({ speaker: 'Corvina' })
    await past(corvina, 5 * 3600)
    expect(await loadFloor(cast.session.id)).toBeNull()
    expect((await view())!.statements.find(({ id }) => id === belmara)).toMatchObject({
      status: 'spoken',
    })
  })
})
