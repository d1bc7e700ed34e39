import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeItem, rewordItem } from '@/lib/consolidation/item-commands'
import { adoptList, openConsolidation } from '@/lib/consolidation/list-commands'
import {
  declareStanding,
  putOnScreen,
  raiseObjection,
  withdrawObjection,
} from '@/lib/consolidation/plenary-commands'
import { clearScreenText, fixScreenText, typeOnScreen } from '@/lib/consolidation/screen-commands'
import type { StandingKind } from '@/lib/consolidation/kinds'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/power-commands'
import { issuedList } from '@/tests/support/issued-list'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string
let id: string

beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  slug = cast.session.slug
  const { items } = await issuedList(cast.session.groupId, 5, ['Ratify the Convention.'])
  await openConsolidation(cast.rapporteur, { slug })
  id = await makeItem(cast.rapporteur, {
    slug,
    id: randomUUID(),
    headingId: '',
    newHeading: 'A',
    itemIds: items,
    kind: 'recommendation',
    body: '',
    text: 'Ratify the Convention.',
    reason: '',
  })
})

const declare = (actor: SignedIn, kind: StandingKind, wording = 1) =>
  declareStanding(actor, { slug, id, wording, kind, reason: '' })
const standing = async () =>
  (await db.itemStanding.findFirst({ where: { itemId: id, supersededAt: null } }))?.kind
const reword = (actor: SignedIn, baseNumber: number, text: string) =>
  rewordItem(actor, { slug, id, baseNumber, body: '', text, reason: '' })

describe('agreement', () => {
  it('is the absence of objection: refused while one stands, given when it is withdrawn', async () => {
    await declare(cast.chair, 'underDiscussion')
    const reason = 'The words are too strong.'
    await raiseObjection(cast.arvenia.head, { slug, id, wording: 1, reason })
    await raiseObjection(cast.arvenia.head, { slug, id, wording: 1, reason })
    await expect(declare(cast.chair, 'agreed')).rejects.toMatchObject({
      key: 'objectionsStand',
      values: { objections: 1 },
    })
    await withdrawObjection(cast.arvenia.head, { slug, id })
    await declare(cast.chair, 'agreed')
    expect(await standing()).toBe('agreed')
    await expect(
      raiseObjection(cast.belmara.head, { slug, id, wording: 1, reason }),
    ).rejects.toMatchObject({ key: 'alreadyAgreed' })
  })

  it('declared twice at one instant is one act', async () => {
    await Promise.all([declare(cast.chair, 'agreed'), declare(cast.chair, 'agreed')])
    const acts = (await cast.recorded()).filter(({ event }) => event === 'plenary.declared')
    expect(acts).toHaveLength(1)
  })

  it('is lost by a change of words, which only the presiding officer may make', async () => {
    await declare(cast.chair, 'agreed')
    await expect(reword(cast.rapporteur, 1, 'Ratify it.')).rejects.toMatchObject({
      key: 'notPresiding',
    })
    await reword(cast.chair, 1, 'Ratify it.')
    expect(await standing()).toBe('underDiscussion')
  })

  it('is of the wording that was read', async () => {
    await reword(cast.rapporteur, 1, 'Ratify it.')
    await expect(declare(cast.chair, 'agreed', 1)).rejects.toMatchObject({ key: 'wordingMoved' })
  })

  it('is declared by nobody else, and objected to by Member States alone', async () => {
    for (const actor of [cast.rapporteur, cast.secretariat, cast.arvenia.head])
      await expect(declare(actor, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
    for (const actor of [cast.chair, cast.arvenia.adviser])
      await expect(
        raiseObjection(actor, { slug, id, wording: 1, reason: 'No.' }),
      ).rejects.toMatchObject({ key: 'notEntitledToObject' })
  })
})

describe('the powers of the Chair', () => {
  it('handed over, are the Vice-Chair’s alone, and the act carries both names', async () => {
    await expect(declare(cast.viceChair, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
    const toPersonId = cast.viceChair.personId
    await handOverPowers(cast.chair, { slug, toPersonId, scope: '' })
    await expect(declare(cast.chair, 'agreed')).rejects.toMatchObject({ key: 'notPresiding' })
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

describe('the screen', () => {
  it('keeps what is typed, refuses the older version, and makes it the wording', async () => {
    await putOnScreen(cast.secretariat, { slug, id })
    const type = (version: number, text: string) =>
      typeOnScreen(cast.rapporteur, { slug, id, baseNumber: 1, version, body: '', text })
    expect(await type(0, 'Ratify the')).toMatchObject({ version: 1 })
    expect(await type(1, 'Ratify the Protocol.')).toMatchObject({ version: 2 })
    await expect(type(1, 'Lost words.')).rejects.toMatchObject({ key: 'screenMoved' })
    await fixScreenText(cast.rapporteur, { slug, id, reason: '' })
    const text = await db.consolidatedText.findFirst({ where: { itemId: id, number: 2 } })
    expect(text?.text).toBe('Ratify the Protocol.')
    expect(await db.screenText.count({ where: { itemId: id } })).toBe(0)
  })

  it('cleared, leaves the wording as it was', async () => {
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Other.' }
    await typeOnScreen(cast.rapporteur, typed)
    await clearScreenText(cast.rapporteur, { slug, id, reason: '' })
    expect(await db.consolidatedText.count({ where: { itemId: id } })).toBe(1)
  })

  it('is not a delegate’s to type on', async () => {
    const typed = { slug, id, baseNumber: 1, version: 0, body: '', text: 'Mine.' }
    await expect(typeOnScreen(cast.arvenia.head, typed)).rejects.toMatchObject({
      key: 'consolidationNotAllowed',
    })
  })
})

describe('adoption', () => {
  it('is refused while an item stands in brackets', async () => {
    await declare(cast.chair, 'bracketed')
    await expect(adoptList(cast.chair, { slug, meeting: 1 })).rejects.toMatchObject({
      key: 'standingsHinder',
    })
    await declare(cast.chair, 'agreed')
    await adoptList(cast.chair, { slug, meeting: 1 })
  })
})
