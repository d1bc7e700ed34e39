import { beforeAll, expect, it } from 'vitest'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { listOwnDrafts } from '@/lib/circulation/comments/reading/own-queries'
import { replacingPosition } from '@/lib/circulation/comments/reading/replacing'
import { commentPositions } from '@/lib/comments/kinds'
import { db } from '@/lib/db/client'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeAll(async () => {
  cast = await scenario({ kind: 'stockTaking' })
})

/** Keeps a comment on the first item with this position, and returns its id. */
const kept = async (
  sent: Awaited<ReturnType<typeof circulated>>,
  position: (typeof commentPositions)[number],
) => (await keepDraft(cast.belmara.head, sent.draft({ position, text: `We say ${position}.` }))).id

it.each(commentPositions)(
  'a comment in hand with the position “%s” says beforehand what its release replaces',
  async (position) => {
    const sent = await circulated(cast)
    const release = (id: string) =>
      releaseComments(cast.belmara.head, { circulationId: sent.id, ids: [id] })
    const inHand = () =>
      listOwnDrafts({ id: sent.id, delegation: { id: cast.belmara.id, name: 'Belmara' } })
    const first = await kept(sent, 'supports')
    expect((await inHand()).map(({ replacesPosition }) => replacesPosition)).toEqual([false])
    await release(first)
    const second = await kept(sent, position)
    const [draft] = await inHand()
    await release(second)
    const { replacedById } = await db.circulationComment.findUniqueOrThrow({ where: { id: first } })
    expect(draft!.replacesPosition).toBe(replacedById === second)
    expect(draft!.replacesId).toBeNull()
  },
)

it('a position of another delegation, or on another item, is not replaced', async () => {
  const sent = await circulated(cast)
  await releaseComments(cast.belmara.head, {
    circulationId: sent.id,
    ids: [await kept(sent, 'supports')],
  })
  const draft = { id: 'x', delegationId: cast.belmara.id, itemId: sent.a, position: 'reserves' }
  const replacing = (about: Partial<Record<'delegationId' | 'itemId', string>>) =>
    replacingPosition(sent.id, [{ ...draft, position: 'reserves', ...about }])
  expect([...(await replacing({}))]).toEqual(['x'])
  expect([...(await replacing({ itemId: sent.b }))]).toEqual([])
  expect([...(await replacing({ delegationId: cast.corvina.id }))]).toEqual([])
})
