import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '@/lib/auth/current-actor'
import { deleteItem } from '@/lib/consolidation/desk/item-commands'
import { adoptList } from '@/lib/plenary/adoption'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { mergeItems } from '@/lib/consolidation/desk/merge-commands'
import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import { db } from '@/lib/db/client'
import { isSignedIn, type SignedIn } from '@/lib/delegations/actor'
import { handOverPowers } from '@/lib/delegations/powers/commands'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { stockTaking, type StockTaking } from '@/tests/support/stock-taking'

// The desk's answers to acts that come too late, twice, concurrently or from the wrong person.

let cast: StockTaking
let slug: string
let train: string
let share: string
beforeEach(async () => {
  cast = await stockTaking(['States should train teachers.', 'States should train judges.'])
  slug = cast.slug
  ;[train, share] = cast.sources as [string, string]
}, 30_000)

const outcomes = async () => {
  const given = await db.outcome.findMany({
    where: { list: { sessionId: cast.session.id }, supersededAt: null },
  })
  return Object.fromEntries(given.map(({ itemId, kind }) => [itemId, kind]))
}
const links = () =>
  db.lineage.count({ where: { list: { sessionId: cast.session.id }, unlinkedAt: null } })
const base = () => ({ slug, reason: '', strengthConfirmed: true })
const makes = (itemIds: string[], id: string = randomUUID(), actor: SignedIn = cast.rapporteur) =>
  makeOfSources(actor, { ...base(), id, itemIds, headingId: '', before: '' })

/** The author of the first source, who has a place at its session as well. */
async function author() {
  const { proposal } = await db.itemProposal.findFirstOrThrow({
    where: { itemId: train },
    include: { proposal: true },
  })
  const { head } = cast.arvenia
  const { sessionId, delegationId } = proposal
  const there = { ...head.memberships[0]!, sessionId, delegationId }
  return { proposalId: proposal.id, actor: { ...head, memberships: [...head.memberships, there] } }
}

describe('at one instant', () => {
  it('a source that its State withdraws at that instant is merged first, or the desk asks', async () => {
    const { proposalId, actor } = await author()
    const [made, withdrawn] = await Promise.allSettled([
      makes([train, share]),
      withdrawProposal(actor, { proposalId, reason: 'Superseded.' }),
    ])
    expect(withdrawn.status).toBe('fulfilled')
    if (made.status === 'rejected') {
      expect(made.reason).toMatchObject({ key: 'sourcesWithdrawn' })
      expect(await outcomes()).toEqual({})
      expect(await links()).toBe(0)
    } else {
      expect(await outcomes()).toEqual({ [train]: 'mergedInto', [share]: 'mergedInto' })
    }
    const ours = await cast.ours(cast.arvenia.head)
    expect(ours.proposals[0]).toMatchObject({ withdrawalReason: 'Superseded.' })
  })

  it('merging into an item that another deletes is done before or refused after, never half', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [id, otherId] = [await makes([train]), await makes([share])]
      const [merged] = await Promise.allSettled([
        mergeItems(cast.rapporteur, { ...base(), id, otherId }),
        deleteItem(cast.secretariat, { ...base(), id }),
      ])
      const living = await db.consolidatedItem.findMany({
        where: { list: { sessionId: cast.session.id }, deletedAt: null },
      })
      if (merged.status === 'rejected') {
        expect(merged.reason).toMatchObject({ key: 'itemDeleted' })
        expect(living.map((item) => item.id)).toEqual([otherId])
        expect(await outcomes()).toEqual({ [share]: 'adoptedAsIs' })
        await deleteItem(cast.rapporteur, { ...base(), id: otherId })
      } else {
        expect(living).toEqual([])
        expect(await outcomes()).toEqual({})
      }
      expect(await links()).toBe(0)
    }
  })

  it('two items that are merged into each other become one', async () => {
    const [first, second] = [await makes([train]), await makes([share])]
    const results = await Promise.allSettled([
      mergeItems(cast.rapporteur, { ...base(), id: first, otherId: second }),
      mergeItems(cast.secretariat, { ...base(), id: second, otherId: first }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await links()).toBe(2)
    expect(await outcomes()).toEqual({ [train]: 'mergedInto', [share]: 'mergedInto' })
  })

  it('the same act sent twice is one act, or the second is told', async () => {
    const id = randomUUID()
    await Promise.all([makes([train], id), makes([train], id)])
    const link = { ...base(), id, itemIds: [share] }
    await Promise.all([linkSources(cast.rapporteur, link), linkSources(cast.rapporteur, link)])
    expect(await links()).toBe(2)
    const gone = await Promise.allSettled([
      deleteItem(cast.rapporteur, { ...base(), id }),
      deleteItem(cast.rapporteur, { ...base(), id }),
    ])
    expect(gone.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })
})

describe('from the wrong person', () => {
  it('a delegate changes nothing', async () => {
    const before = await db.recordEntry.count()
    await expect(makes([train], randomUUID(), cast.arvenia.head)).rejects.toMatchObject({
      reason: 'forbidden',
    })
    expect(await db.recordEntry.count()).toBe(before)
  })

  it('a Rapporteur whose office was ended is out at the next request', async () => {
    const signIn = await db.signIn.create({
      data: { personId: cast.rapporteur.personId, expiresAt: new Date(Date.now() + 60_000) },
    })
    await db.office.updateMany({
      where: { personId: cast.rapporteur.personId, sessionId: cast.session.id },
      data: { endedAt: new Date() },
    })
    const former = await actorOf(signIn.id)
    if (!isSignedIn(former)) throw new Error('The sign-in is not known.')
    await expect(makes([train], randomUUID(), former)).rejects.toMatchObject({ key: 'notFound' })
  })

  it('a Chair who handed over does not adopt, the Vice-Chair does', async () => {
    await makes([train, share])
    await handOverPowers(cast.chair, {
      slug,
      toPersonId: cast.viceChair.personId,
      scope: '',
    })
    await expect(adoptList(cast.chair, { slug, meeting: 6 })).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await adoptList(cast.viceChair, { slug, meeting: 6 })
    await expect(
      setAside(cast.rapporteur, { slug, itemIds: [train], kind: 'deferred', reason: 'Later.' }),
    ).rejects.toMatchObject({ key: 'listAdopted' })
  })
})
