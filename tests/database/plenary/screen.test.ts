import { beforeEach, describe, expect, it } from 'vitest'
import { findDecisionBefore } from '@/lib/plenary/console-queries'
import { rewordItem } from '@/lib/consolidation/desk/item-commands'
import { putOnScreen } from '@/lib/plenary/commands'
import { loadTyping } from '@/lib/plenary/screen/queries'
import { clearScreenText, fixScreenText, typeOnScreen } from '@/lib/plenary/screen/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { hideDecision, ruleInRoom } from '@/lib/sessions/decisions/room-commands'
import { documentFromText } from '@/lib/text/document/document'
import { oneItem } from '@/tests/support/one-item'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string
let id: string

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  slug = cast.session.slug
  id = await oneItem(cast)
})

const bodyOf = (text: string) => JSON.stringify(documentFromText(text))
const reword = (actor: SignedIn, baseNumber: number, text: string) =>
  rewordItem(actor, { slug, id, baseNumber, body: '', text, reason: '' })

describe('the screen', () => {
  it('says to whoever puts an item on it that a ruling stands before the item', async () => {
    const puts = async () => {
      await putOnScreen(cast.rapporteur, { slug, id })
      return findDecisionBefore(cast.rapporteur, { slug, id })
    }
    expect(await puts()).toBeNull()
    await ruleInRoom(cast.chair, { slug, step: 'ruled', words: 'Five minutes each.', show: true })
    expect(await puts()).toEqual({ how: 'ruling', number: '1 (a)' })
    await expect(findDecisionBefore(cast.arvenia.head, { slug, id })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await hideDecision(cast.secretariat, { slug })
    expect(await puts()).toBeNull()
  })

  it('keeps what is typed, refuses the older version, and makes it the wording', async () => {
    await putOnScreen(cast.secretariat, { slug, id })
    const type = (version: number, text: string) =>
      typeOnScreen(cast.rapporteur, { slug, id, baseNumber: 1, version, body: '', text })
    const first = await type(0, 'Ratify the')
    const second = await type(first.version, 'Ratify the Protocol.')
    for (const version of [0, first.version])
      await expect(type(version, 'Lost words.')).rejects.toMatchObject({ key: 'screenMoved' })
    const fix = { slug, id, reason: '', body: '' }
    await expect(
      fixScreenText(cast.rapporteur, {
        ...fix,
        version: first.version,
        body: bodyOf('Ratify the'),
      }),
    ).rejects.toMatchObject({ key: 'screenMoved' })
    await fixScreenText(cast.rapporteur, { ...fix, version: second.version })
    const text = await db.consolidatedText.findFirst({ where: { itemId: id, number: 2 } })
    expect(text?.text).toBe('Ratify the Protocol.')
    expect(await db.screenText.count({ where: { itemId: id } })).toBe(0)
  })

  it('typed before the desk reworded the item, is saved over the wording that the console shows', async () => {
    await putOnScreen(cast.secretariat, { slug, id })
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Ratify the Protocol.' }
    const { version } = await typeOnScreen(cast.secretariat, typed)
    await reword(cast.rapporteur, 1, 'Ratify it soon.')
    expect(await loadTyping(cast.session.id)).toMatchObject({ wording: 2, typedOver: 1 })
    const fix = { slug, id, reason: '', body: '', version }
    await expect(fixScreenText(cast.secretariat, { ...fix, baseNumber: 1 })).rejects.toMatchObject({
      key: 'wordingChanged',
    })
    await fixScreenText(cast.secretariat, { ...fix, baseNumber: 2 })
    const texts = await db.consolidatedText.findMany({
      where: { itemId: id },
      orderBy: { number: 'asc' },
    })
    expect(texts.map(({ text }) => text)).toEqual([
      'Ratify the Convention.',
      'Ratify it soon.',
      'Ratify the Protocol.',
    ])
    expect(await loadTyping(cast.session.id)).toMatchObject({
      wording: 3,
      typedOver: 3,
      version: 0,
    })
  })

  it('cleared, leaves the wording as it was', async () => {
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Other.' }
    await typeOnScreen(cast.rapporteur, typed)
    await clearScreenText(cast.rapporteur, { slug, id })
    expect(await db.consolidatedText.count({ where: { itemId: id } })).toBe(1)
  })

  it('is not a delegate’s to type on', async () => {
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Mine.' }
    await expect(typeOnScreen(cast.arvenia.head, typed)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
  })
})
