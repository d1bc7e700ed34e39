import { beforeEach, expect, it } from 'vitest'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { listOwnDrafts } from '@/lib/circulation/comments/reading/own-queries'
import { acceptPieces, givePiece } from '@/lib/circulation/papers/commands'
import { db } from '@/lib/db/client'
import { paperDesk, pasted } from '@/tests/support/papers'
import { scenario } from '@/tests/support/scenario'

// A joint paper that the Secretariat received: a piece for another delegation is given to that delegation before release.

const JOINT = [
  'On the words “share electronic evidence”: Belmara supports this.',
  'On the words “adopt laws on cybercrime”: Corvina does not support this.',
].join('\n\n')

let desk: Awaited<ReturnType<typeof paperDesk>>
beforeEach(async () => {
  desk = await paperDesk()
})

async function entered() {
  const { secretariat } = desk.cast
  const { id } = await desk.enters(secretariat, pasted(JOINT))
  const view = () => desk.reads(secretariat, id)
  const gives = async (delegationId: string, number = 2, actor = secretariat) => {
    const { version, pieces } = await view()
    return givePiece(actor, { id, version, pieceId: pieces[number - 1]!.id, delegationId })
  }
  return { id, view, gives }
}

it('a piece that names another delegation is not accepted with all clear guesses', async () => {
  const { cast } = desk
  const { id, view } = await entered()
  const doubts = async () =>
    (await view()).pieces.map((piece) => piece.doubts.map(({ key }) => key))
  expect(await doubts()).toEqual([[], ['namesOthers']])
  await acceptPieces(cast.secretariat, { ...(await desk.at(cast.secretariat, id)), which: 'clear' })
  expect((await view()).pieces.map(({ isDecided }) => isDecided)).toEqual([true, false])
  // A delegation speaks for itself, whomever it names.
  const own = await desk.enters(cast.belmara.head, pasted(`${JOINT}\n\nIn general.`))
  const read = await desk.reads(cast.belmara.head, own.id)
  expect(read.pieces.slice(0, 2).flatMap((piece) => piece.doubts)).toEqual([])
})

it('the Secretariat gives a piece to the delegation for which it speaks, which is recorded and seen', async () => {
  const { cast, sent } = desk
  const { id, view, gives } = await entered()
  await gives(cast.corvina.id)
  const { pieces, recipients } = await view()
  expect(pieces.map(({ givenTo }) => givenTo?.name ?? null)).toEqual([null, 'Corvina'])
  expect(recipients[0]!.name).toBe('Belmara')
  expect((await cast.recorded()).map(({ event, subjectId }) => [event, subjectId])).toContainEqual([
    'circulation.pieceGiven',
    id,
  ])

  const at = await desk.at(cast.secretariat, id)
  await acceptPieces(cast.secretariat, { ...at, which: 'clear' })
  await desk.confirms(cast.secretariat, id)
  const inHand = (of: { id: string }) =>
    listOwnDrafts({ id: sent.id, delegation: { id: of.id, name: '' } })
  expect(await inHand(cast.belmara)).toMatchObject([{ itemId: sent.a, isFromPaper: true }])
  expect(await inHand(cast.corvina)).toMatchObject([{ itemId: sent.b, isFromPaper: true }])

  const { toRelease } = await view()
  expect(toRelease.map(({ delegation, ids }) => [delegation, ids.length])).toEqual([
    ['Belmara', 1],
    ['Corvina', 1],
  ])
  for (const { ids } of toRelease)
    await releaseComments(cast.secretariat, { circulationId: sent.id, ids })
  const released = await db.circulationComment.findMany({
    where: { circulationId: sent.id },
    orderBy: { delegation: { sortKey: 'asc' } },
    select: {
      delegation: { select: { name: true } },
      enteredBySecretariat: true,
      position: true,
    },
  })
  expect(released).toEqual([
    { delegation: { name: 'Belmara' }, enteredBySecretariat: true, position: 'supports' },
    { delegation: { name: 'Corvina' }, enteredBySecretariat: true, position: 'doesNotSupport' },
  ])
  await expect(gives(cast.belmara.id)).rejects.toMatchObject({ key: 'paperConfirmed' })
})

it('a piece that was given is taken back', async () => {
  const { cast } = desk
  const { view, gives } = await entered()
  await gives(cast.corvina.id)
  await gives(cast.belmara.id)
  expect((await view()).pieces.map(({ givenTo }) => givenTo)).toEqual([null, null])
})

it('nobody else gives a piece, none goes to whoever is not asked, and none of a form or of an own paper', async () => {
  const { cast } = desk
  const { gives } = await entered()
  for (const [actor, key] of [
    [cast.belmara.head, 'paperOfOtherSide'],
    [cast.rapporteur, 'notFound'],
    [cast.corvina.head, 'notFound'],
  ] as const)
    await expect(gives(cast.corvina.id, 2, actor)).rejects.toMatchObject({ key })
  const { corvina: notAsked } = await scenario()
  await expect(gives(notAsked.id)).rejects.toMatchObject({ key: 'pieceToNobodyAsked' })

  const paper = await desk.enters(cast.belmara.head, pasted(`${JOINT} Thank you.`))
  const { pieces, version, recipients } = await desk.reads(cast.belmara.head, paper.id)
  expect(recipients).toEqual([])
  await expect(
    givePiece(cast.belmara.head, {
      id: paper.id,
      version,
      pieceId: pieces[0]!.id,
      delegationId: cast.doranta.id,
    }),
  ).rejects.toMatchObject({ key: 'pieceNotGiven' })
})
