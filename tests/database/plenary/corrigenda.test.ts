import { beforeEach, describe, expect, it } from 'vitest'
import {
  discardCorrigendum,
  proposeCorrigendum,
  releaseCorrigendum,
} from '@/lib/plenary/corrigenda/commands'
import { findProposedCorrigendum, listCorrigendaToRelease } from '@/lib/plenary/corrigenda/queries'
import { corrects as correctsWith, overOf, waiting } from '@/tests/support/correcting'
import { adoptList } from '@/lib/plenary/adoption'
import type {} from '@/lib/consolidation/outputs/formats'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { mergedList, printing } from '@/tests/support/merged-list'
import type { StockTaking } from '@/tests/support/stock-taking'

let cast: StockTaking
let merged: string

beforeEach(async () => {
  ;({ cast, merged } = await mergedList())
})

const { output } = printing(() => cast)
const adopts = () => adoptList(cast.chair, { slug: cast.slug, meeting: 3 })
const words = (text: string, reason = 'A word was left out.', id = merged) => ({
  slug: cast.slug,
  id,
  text,
  reason,
})
const proposes = async (actor: SignedIn, text: string, reason?: string) =>
  proposeCorrigendum(actor, { ...words(text, reason), over: await overOf(merged) })
const corrects = (text: string, id = merged) => correctsWith(cast, words(text, undefined, id))

describe('a corrigendum', () => {
  const text = 'Member States should adopt and enact such laws'

  it('is proposed by the Secretariat alone, and only after adoption', async () => {
    await expect(proposes(cast.secretariat, text)).rejects.toMatchObject({ key: 'notAdopted' })
    await adopts()
    for (const actor of [cast.rapporteur, cast.chair, cast.arvenia.head])
      await expect(proposes(actor, text)).rejects.toMatchObject({ key: 'secretariatOnly' })
    await expect(proposes(cast.outsider, text)).rejects.toMatchObject({ reason: 'not-found' })
  })

  it('is released by another person, and read by nobody else before', async () => {
    await adopts()
    await proposes(cast.secretariat, text)
    await proposes(cast.secretariat, text)
    await expect(proposes(cast.secretariat, `${text}.`)).rejects.toMatchObject({
      key: 'corrigendumWaits',
    })
    expect(String(await output({}))).not.toContain(text)
    // It waits on the desk of whoever may release it.
    const toRelease = (actor: SignedIn) => listCorrigendaToRelease(actor)
    const at = expect.any(Date)
    expect(await toRelease(cast.chair)).toEqual([
      { sessionId: cast.session.id, itemId: merged, at },
    ])
    for (const actor of [cast.secretariat, cast.rapporteur, cast.arvenia.head, cast.outsider])
      expect(await toRelease(actor)).toEqual([])
    const { id } = await waiting(merged)
    const release = (actor: SignedIn) => releaseCorrigendum(actor, { slug: cast.slug, id })
    await expect(release(cast.secretariat)).rejects.toMatchObject({ key: 'corrigendumByAnother' })
    for (const actor of [cast.rapporteur, cast.arvenia.head])
      await expect(release(actor)).rejects.toMatchObject({ key: 'corrigendaNotAllowed' })
    const list = { sessionId: cast.session.id, adoptedAt: new Date() }
    for (const actor of [cast.rapporteur, cast.arvenia.head])
      expect(await findProposedCorrigendum(actor, list, merged)).toBeNull()
    expect(await findProposedCorrigendum(cast.chair, list, merged)).toMatchObject({ text })
    await release(cast.chair)
    expect(await toRelease(cast.chair)).toEqual([])
    expect(String(await output({}))).toContain(text)
    await expect(release(cast.chair)).rejects.toMatchObject({ key: 'corrigendumDecided' })
  })

  it('can be discarded, and is then never public', async () => {
    await adopts()
    await proposes(cast.secretariat, text)
    const { id } = await waiting(merged)
    await discardCorrigendum(cast.chair, { slug: cast.slug, id })
    await expect(releaseCorrigendum(cast.chair, { slug: cast.slug, id })).rejects.toMatchObject({
      key: 'corrigendumDecided',
    })
    expect(String(await output({}))).not.toContain(text)
  })

  it('is numbered within the document, whichever item it corrects', async () => {
    await adopts()
    const items = await db.consolidatedItem.findMany({
      where: { list: { sessionId: cast.session.id } },
    })
    const unmerged = items.find(({ id }) => id !== merged)!.id
    await corrects(text)
    await corrects('Other words.', unmerged)
    const issued = await db.corrigendum.findMany({
      where: { list: { sessionId: cast.session.id } },
      orderBy: { number: 'asc' },
    })
    expect(issued.map(({ itemId, number }) => [itemId, number])).toEqual([
      [merged, 1],
      [unmerged, 2],
    ])
  })

  it('is refused from a page that was read before another one to the item was released', async () => {
    await adopts()
    const over = await overOf(merged)
    await corrects(text)
    const late = { ...words(`${text} again`), over }
    await expect(proposeCorrigendum(cast.secretariat, late)).rejects.toMatchObject({
      key: 'corrigendumOver',
    })
    await proposes(cast.secretariat, late.text)
    expect((await waiting(merged)).text).toBe(late.text)
  })

  it('that names a State is pointed out: the adopted list prints without attribution', async () => {
    await adopts()
    await proposes(cast.secretariat, 'Arvenia and Member States should adopt laws')
    const list = { sessionId: cast.session.id, adoptedAt: new Date() }
    const proposal = await findProposedCorrigendum(cast.chair, list, merged)
    expect(proposal?.states).toEqual(['Arvenia'])
  })

  it('stands beside the adopted text, which stays; it is recorded and never changes', async () => {
    await adopts()
    await corrects(text)
    const { items } = JSON.parse(String(await output({})))
    expect(items[0]).toMatchObject({
      text,
      adoptedText: 'Member States should adopt and enact laws',
      corrigenda: [{ number: 1, reason: 'A word was left out.' }],
    })
    const entries = await cast.recorded()
    expect(entries.at(-1)).toMatchObject({ event: 'consolidation.corrected', data: { number: 1 } })
    await expect(
      db.corrigendum.updateMany({ where: { itemId: merged }, data: { text: 'Other.' } }),
    ).rejects.toThrow()
    await expect(proposes(cast.secretariat, text, 'Another reason.')).rejects.toMatchObject({
      key: 'corrigendumEqual',
    })
  })
})
