import { beforeEach, describe, expect, it } from 'vitest'
import { listObjections, listSupport } from '@/lib/plenary/console-queries'
import { deleteItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { adoptList } from '@/lib/plenary/adoption'
import {
  declareStatus,
  putOnScreen,
  raiseObjection,
  withdrawObjection,
} from '@/lib/plenary/commands'
import { loadScreen } from '@/lib/plenary/screen/queries'
import { clearScreenText, fixScreenText, typeOnScreen } from '@/lib/plenary/screen/commands'
import { stateSupport, withdrawSupport } from '@/lib/plenary/support-commands'
import { getConsolidatedItem } from '@/lib/consolidation/desk/queries/item-queries'
import { getPresiding } from '@/lib/consolidation/status/queries'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { getSession } from '@/lib/sessions/queries'
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

const declare = (actor: SignedIn, kind: StatusKind, wording = 1) =>
  declareStatus(actor, { slug, id, wording, kind, reason: '' })
const objects = (actor: SignedIn, reason: string, text = '') =>
  raiseObjection(actor, { slug, id, wording: 1, reason, text })
const status = async () =>
  (await db.itemStatus.findFirst({ where: { itemId: id, supersededAt: null } }))?.kind
const reword = (actor: SignedIn, baseNumber: number, text: string) =>
  rewordItem(actor, { slug, id, baseNumber, body: '', text, reason: '' })

describe('agreement', () => {
  it('is the absence of objection: refused while one stands, given when it is withdrawn', async () => {
    await declare(cast.chair, 'underDiscussion')
    const reason = 'The words are too strong.'
    await objects(cast.arvenia.head, reason)
    await objects(cast.arvenia.head, reason)
    await expect(declare(cast.chair, 'agreed')).rejects.toMatchObject({
      key: 'objectionsStand',
      values: { objections: 1 },
    })
    await withdrawObjection(cast.arvenia.head, { slug, id })
    await declare(cast.chair, 'agreed')
    expect(await status()).toBe('agreed')
    await expect(objects(cast.belmara.head, reason)).rejects.toMatchObject({ key: 'alreadyAgreed' })
  })

  it('is nearer where an objection gives the words to which its State could agree', async () => {
    const [stands] = await db.consolidatedText.findMany({ where: { itemId: id } })
    await objects(cast.arvenia.head, 'Too strong.', `${stands!.text}, where possible`)
    await objects(cast.belmara.head, 'Not this.', ` ${stands!.text} `)
    const objections = await listObjections(cast.corvina.head, cast.session, id)
    expect(objections.map((objection) => [objection.delegationName, objection.text])).toEqual([
      ['Arvenia', `${stands!.text}, where possible`],
      ['Belmara', null],
    ])
    // Like the console's button.
    const body = JSON.stringify(objections[0]!.body)
    const typed = { slug, id, baseNumber: 1, version: 0, body, text: '' }
    await expect(typeOnScreen(cast.arvenia.head, typed)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
    await typeOnScreen(cast.rapporteur, typed)
    await expect(typeOnScreen(cast.chair, typed)).rejects.toMatchObject({ key: 'screenMoved' })
    await fixScreenText(cast.chair, { slug, id, reason: '', body: '' })
    const item = await getConsolidatedItem(
      cast.corvina.head,
      await getSession(cast.corvina.head, slug),
      id,
    )
    expect(item).toMatchObject({ wording: 2, text: `${stands!.text}, where possible` })
  })

  it('declared twice at one instant is one act', async () => {
    await Promise.all(Array.from({ length: 8 }, () => declare(cast.chair, 'agreed')))
    const acts = (await cast.recorded()).filter(({ event }) => event === 'plenary.declared')
    expect(acts).toHaveLength(1)
    expect(await db.itemStatus.count({ where: { itemId: id } })).toBe(1)
  })

  it('and an objection at one instant are resolved by their order', async () => {
    const reason = 'The words are too strong.'
    const [agreed, objected] = await Promise.allSettled([
      declare(cast.chair, 'agreed'),
      objects(cast.arvenia.head, reason),
    ])
    expect([agreed.status, objected.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is of words that stand, for everybody, until the presiding officer reopens the item', async () => {
    await putOnScreen(cast.rapporteur, { slug, id })
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Ratify it.' }
    for (const kind of ['agreedAdReferendum', 'agreed'] as const) {
      await declare(cast.chair, kind)
      for (const actor of [cast.rapporteur, cast.secretariat, cast.chair]) {
        const stands = { key: 'agreedWords' }
        const fixed = { slug, id, reason: '', body: '' }
        await expect(typeOnScreen(actor, typed)).rejects.toMatchObject(stands)
        await expect(fixScreenText(actor, fixed)).rejects.toMatchObject(stands)
      }
      await expect(reword(cast.rapporteur, 1, 'Ratify it.')).rejects.toMatchObject({
        key: 'agreedWords',
      })
      expect(await status()).toBe(kind)
    }
    await declare(cast.chair, 'underDiscussion')
    await reword(cast.rapporteur, 1, 'Ratify it.')
    expect(await status()).toBe('underDiscussion')
  })

  it('is on the words that the room reads: refused while others are typed over the wording', async () => {
    await putOnScreen(cast.rapporteur, { slug, id })
    const typed = { slug, id, baseNumber: 1, body: '', text: 'Ratify it.' }
    const { version } = await typeOnScreen(cast.rapporteur, { ...typed, version: 0 })
    const shown = async () =>
      (await loadScreen(cast.session.id))!.paragraphs.flat().map(({ fate }) => fate)
    expect(await shown()).toContain('added')
    for (const kind of ['agreedAdReferendum', 'agreed'] as const)
      await expect(declare(cast.chair, kind)).rejects.toMatchObject({ key: 'typedWordsStand' })
    await declare(cast.chair, 'bracketed')
    // The words of the wording, typed again, are no other words.
    const again = { ...typed, version, text: 'Ratify the Convention.' }
    await typeOnScreen(cast.rapporteur, again)
    await declare(cast.chair, 'agreedAdReferendum')
    await declare(cast.chair, 'underDiscussion')
    await clearScreenText(cast.rapporteur, { slug, id })
    await typeOnScreen(cast.secretariat, { ...typed, version: 0 })
    await fixScreenText(cast.secretariat, { slug, id, reason: '', body: '' })
    await declare(cast.chair, 'agreed', 2)
    expect(await status()).toBe('agreed')
    expect(await shown()).not.toContain('added')
  })

  it('keeps the item on the list until the presiding officer reopens it', async () => {
    await declare(cast.chair, 'agreed')
    const removed = { slug, id, reason: '' }
    await expect(deleteItem(cast.rapporteur, removed)).rejects.toMatchObject({ key: 'agreedStays' })
    await expect(declare(cast.rapporteur, 'underDiscussion')).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await declare(cast.chair, 'underDiscussion')
    await deleteItem(cast.rapporteur, removed)
  })

  it('is of the wording that was read', async () => {
    await reword(cast.rapporteur, 1, 'Ratify it.')
    await expect(declare(cast.chair, 'agreed', 1)).rejects.toMatchObject({ key: 'wordingMoved' })
  })

  it('is declared by nobody else, and objected to by Member States alone', async () => {
    for (const actor of [cast.rapporteur, cast.secretariat, cast.arvenia.head])
      await expect(declare(actor, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
    for (const actor of [cast.chair, cast.arvenia.adviser])
      await expect(objects(actor, 'No.')).rejects.toMatchObject({ key: 'notEntitledToObject' })
  })
})

describe('support', () => {
  it('is shown by name and decides nothing', async () => {
    const say = (actor: SignedIn) => stateSupport(actor, { slug, id, wording: 1 })
    await say(cast.corvina.head)
    await say(cast.belmara.head)
    await say(cast.belmara.head)
    const reason = 'The words are too strong.'
    await objects(cast.arvenia.head, reason)
    await expect(say(cast.arvenia.head)).rejects.toMatchObject({ key: 'ownObjectionStands' })
    const named = async () =>
      (await listSupport(cast.chair, cast.session, id)).map((support) => support.delegationName)
    expect(await named()).toEqual(['Belmara', 'Corvina'])
    await expect(declare(cast.chair, 'agreed')).rejects.toMatchObject({ key: 'objectionsStand' })

    await withdrawSupport(cast.corvina.head, { slug, id })
    await objects(cast.belmara.head, reason)
    expect(await named()).toEqual([])
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events.filter((event) => event === 'plenary.supported')).toHaveLength(2)
    expect(events).toContain('plenary.supportWithdrawn')
  })

  it('is a Member State’s, through somebody who may submit', async () => {
    for (const actor of [cast.arvenia.adviser, cast.lumeria.head, cast.chair])
      await expect(stateSupport(actor, { slug, id, wording: 1 })).rejects.toMatchObject({
        key: 'notEntitledToObject',
      })
    await expect(stateSupport(cast.outsider, { slug, id, wording: 1 })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('the powers of the Chair', () => {
  it('handed over, are the Vice-Chair’s alone, and the act carries both names', async () => {
    await expect(declare(cast.viceChair, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
    const toPersonId = cast.viceChair.personId
    await handOverPowers(cast.chair, { slug, toPersonId, scope: '' })
    await expect(declare(cast.chair, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
    const presiding = async (actor: SignedIn) =>
      (await getPresiding(actor, cast.session.id)).presides
    expect(await presiding(cast.chair)).toBe(false)
    expect(await presiding(cast.viceChair)).toBe(true)
    expect(await presiding(cast.rapporteur)).toBe(false)
    await declare(cast.viceChair, 'agreed')
    expect((await cast.recorded()).at(-1)).toMatchObject({
      personName: cast.viceChair.name,
      data: { onBehalfOf: cast.chair.name },
    })
    await takeBackPowers(cast.chair, { slug })
    await expect(adoptList(cast.viceChair, { slug, meeting: 1 })).rejects.toMatchObject({
      key: 'notPresiding',
    })
  })
})
