import { beforeEach, expect, it } from 'vitest'
import { releaseComments, writeAndRelease } from '@/lib/circulation/comments/commands'
import { decidePiece, givePiece, setPaperGroup } from '@/lib/circulation/papers/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listGroupsOf } from '@/lib/sessions/attribution/queries'
import { entityOf, GROUP, groupOfStates } from '@/tests/support/attributing'
import { paperDesk, pasted } from '@/tests/support/papers'

// A paper that a delegation sends on behalf of a group of States, and a form that changes a comment of such a group.

const PAPER = [
  'On the words “share electronic evidence”: we support this.',
  'On the words “adopt laws on cybercrime”: we do not support this.',
].join('\n\n')

let desk: Awaited<ReturnType<typeof paperDesk>>
let group: string
beforeEach(async () => {
  desk = await paperDesk()
  group = await groupOfStates(desk.cast, [desk.cast.belmara, desk.cast.arvenia])
})

/** The groups for which the pieces of a paper speak. */
const groupsOf = async (actor: SignedIn, id: string) =>
  (await desk.reads(actor, id)).pieces.map(({ onBehalfOf }) => onBehalfOf?.name ?? null)

/** Accepts the clear pieces of a paper, puts them in hand and releases them. */
async function releases(actor: SignedIn, id: string) {
  await desk.accepts(actor, id)
  const { draftIds } = await desk.confirms(actor, id)
  return releaseComments(actor, { circulationId: desk.sent.id, ids: draftIds })
}

/** The comments of the circulation that count, with the group of each. */
const released = async () =>
  (
    await db.circulationComment.findMany({
      where: { circulationId: desk.sent.id, replacedById: null },
      orderBy: { position: 'asc' },
      select: { position: true, attribution: { select: { name: true } } },
    })
  ).map(({ position, attribution }) => [position, attribution?.name ?? null])

it.each(['the delegation', 'the Secretariat'])(
  'a paper entered by %s is put in hand and released on behalf of a group',
  async (by) => {
    const { cast } = desk
    const actor = by === 'the Secretariat' ? cast.secretariat : cast.belmara.head
    const { id } = await desk.enters(actor, pasted(PAPER))
    expect((await desk.reads(actor, id)).groups).toMatchObject([{ id: group, name: GROUP }])
    await setPaperGroup(actor, { ...(await desk.at(actor, id)), onBehalfOfId: group })
    expect(await groupsOf(actor, id)).toEqual([GROUP, GROUP])

    const { version, pieces } = await desk.reads(actor, id)
    const { target, subject, position } = pieces[1]!
    await decidePiece(actor, {
      id,
      version,
      pieceId: pieces[1]!.id,
      target,
      subject,
      category: 'general',
      position: position ?? 'none',
      onBehalfOfId: '',
    })
    await releases(actor, id)
    expect(await released()).toEqual([
      ['supports', GROUP],
      ['doesNotSupport', null],
    ])
  },
)

it('the groups of a State are those to which it belongs', async () => {
  const { session, belmara, corvina } = desk.cast
  const groupsOfState = async (of: { id: string }) =>
    (await listGroupsOf(session.id, await entityOf(of), new Date())).map(({ name }) => name)
  expect(await groupsOfState(belmara)).toEqual([GROUP])
  expect(await groupsOfState(corvina)).toEqual([])
})

it('a paper speaks for a group that the session knows, and is released for one of its own', async () => {
  const { cast } = desk
  const { head } = cast.belmara
  const { id } = await desk.enters(head, pasted(PAPER))
  const sets = async (onBehalfOfId: string) =>
    setPaperGroup(head, { ...(await desk.at(head, id)), onBehalfOfId })
  await expect(sets(crypto.randomUUID())).rejects.toMatchObject({ field: 'onBehalfOfId' })
  const ofOthers = await groupOfStates(cast, [cast.corvina], 'Group of Coastal States')
  await sets(ofOthers)
  await expect(releases(head, id)).rejects.toMatchObject({ key: 'notOfGroup' })
  expect(await released()).toEqual([])
})

it('a piece that is given to another delegation speaks for no group', async () => {
  const { cast } = desk
  const { secretariat } = cast
  const { id } = await desk.enters(secretariat, pasted(PAPER))
  const sets = async () =>
    setPaperGroup(secretariat, { ...(await desk.at(secretariat, id)), onBehalfOfId: group })
  await sets()
  const { version, pieces } = await desk.reads(secretariat, id)
  await givePiece(secretariat, {
    id,
    version,
    pieceId: pieces[1]!.id,
    delegationId: cast.corvina.id,
  })
  expect(await groupsOf(secretariat, id)).toEqual([GROUP, null])
  await sets()
  expect(await groupsOf(secretariat, id)).toEqual([GROUP, null])
})

it('a returned form that changes a comment of a group speaks for the same group', async () => {
  const { cast, sent } = desk
  const { head } = cast.belmara
  const position = 'supports'
  await writeAndRelease(head, sent.draft({ itemId: sent.a, onBehalfOfId: group, position }))
  await writeAndRelease(head, sent.draft({ itemId: sent.b, position }))
  const form = await desk.form({
    [sent.a]: { category: 'general', position: 'reserves', text: 'We look at it again.' },
    [sent.b]: { category: 'general', position: 'doesNotSupport', text: 'No longer.' },
  })
  const { id } = await desk.enters(head, form)
  expect(await groupsOf(head, id)).toEqual([GROUP, null])
  await releases(head, id)
  expect(await released()).toEqual([
    ['reserves', GROUP],
    ['doesNotSupport', null],
  ])
})
