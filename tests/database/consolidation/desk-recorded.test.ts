import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openConsolidation } from '@/lib/consolidation/coverage/commands'
import { withdrawDisagreement } from '@/lib/consolidation/delegation-view/commands'
import { changeHeading, removeHeading } from '@/lib/consolidation/desk/heading-commands'
import { deleteItem, moveItem } from '@/lib/consolidation/desk/item-commands'
import { addConsolidatedHeading } from '@/lib/consolidation/desk/list-commands'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { splitItem } from '@/lib/consolidation/desk/merge-commands'
import {
  linkSources,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { db } from '@/lib/db/client'
import { putOnScreen, raiseObjection, withdrawObjection } from '@/lib/plenary/commands'
import { adoptList } from '@/lib/plenary/adoption'
import { discardCorrigendum, proposeCorrigendum } from '@/lib/plenary/corrigenda/commands'
import { overOf, waiting } from '@/tests/support/correcting'
import { issuedListsOf } from '@/tests/support/covering'
import { expectRecorded } from '@/tests/support/recorded'
import { scenario } from '@/tests/support/scenario'
import { type StockTaking, stockTakingOfThree } from '@/tests/support/stock-taking'

let cast: StockTaking
let slug: string
let train: string
let ratify: string
let share: string
beforeEach(async () => {
  ;({ cast, slug, train, ratify, share } = await stockTakingOfThree())
}, 30_000)

const base = { reason: '', strengthConfirmed: true }
const linkOf = (id: string, item: string) =>
  ['consolidation.sourceLinked', id, { item, taken: 'whole' }] as const
const given = (item: string, outcome: string) =>
  ['consolidation.outcomeGiven', item, { outcome }] as const

describe('each act is in the record once, with its subject', () => {
  test('on a stock-taking that is opened', async () => {
    const { secretariat, session } = await scenario({ kind: 'stockTaking' })
    const opens = () => openConsolidation(secretariat, { slug: session.slug, lists: [] })
    expect(await issuedListsOf(session.slug)).toEqual([])
    await expectRecorded(opens, ['consolidation.opened', expect.any(String)])
  })

  test('on headings of the list', async () => {
    const { rapporteur } = cast
    const adds = () => addConsolidatedHeading(rapporteur, { slug, title: 'Prevention' })
    await expectRecorded(adds, [
      'consolidation.headingAdded',
      expect.any(String),
      { title: 'Prevention' },
    ])
    await expectRecorded(adds)
    const headingId = await adds()
    const changes = () =>
      changeHeading(rapporteur, { slug, headingId, title: 'Training', position: 1 })
    await expectRecorded(changes, [
      'consolidation.headingChanged',
      headingId,
      { before: 'Prevention', title: 'Training', position: 1 },
    ])
    await expectRecorded(changes)
    const removes = () => removeHeading(rapporteur, { slug, headingId })
    await expectRecorded(removes, [
      'consolidation.headingRemoved',
      headingId,
      { title: 'Training' },
    ])
    await expectRecorded(removes)
  })

  test('on items and their sources', async () => {
    const { rapporteur } = cast
    const id = randomUUID()
    const headingId = await addConsolidatedHeading(rapporteur, { slug, title: 'Prevention' })
    const made = { slug, id, headingId, itemIds: [train], before: '', ...base }
    await expectRecorded(
      () => makeOfSources(rapporteur, made),
      [...linkOf(id, train)],
      ['consolidation.itemMade', id, expect.objectContaining({ sources: 1 })],
      [...given(train, 'adoptedAsIs')],
    )
    await expectRecorded(() => makeOfSources(rapporteur, made))
    await expectRecorded(
      () => cast.rewords(id, 1, 'Member States should train.'),
      ['consolidation.itemReworded', id, { wording: 2 }],
      [...given(train, 'reworded')],
    )
    const links = () => linkSources(rapporteur, { slug, id, itemIds: [ratify], ...base })
    await expectRecorded(
      links,
      [...linkOf(id, ratify)],
      [...given(ratify, 'mergedInto')],
      [...given(train, 'mergedInto')],
    )
    await expectRecorded(links)
    const newId = randomUUID()
    const splits = () => splitItem(rapporteur, { slug, id, newId, itemIds: [ratify], reason: '' })
    await expectRecorded(
      splits,
      [...linkOf(newId, ratify)],
      [...given(train, 'reworded')],
      [...given(ratify, 'adoptedAsIs')],
      ['consolidation.itemSplit', id, { other: newId, sources: 1 }],
    )
    await expectRecorded(splits)
    const moves = () => moveItem(rapporteur, { slug, id: newId, headingId, position: 1 })
    await expectRecorded(moves, ['consolidation.itemMoved', newId, { position: 1 }])
    await expectRecorded(moves)
    await expectRecorded(
      () => unlinkSource(rapporteur, { slug, id: newId, itemId: ratify, reason: '' }),
      ['consolidation.outcomeTakenBack', ratify],
      ['consolidation.sourceUnlinked', newId, { item: ratify }],
    )
    const deletes = () => deleteItem(rapporteur, { slug, id: newId, reason: '' })
    await expectRecorded(deletes, ['consolidation.itemDeleted', newId, { sources: 0 }])
    await expectRecorded(() => expect(deletes()).rejects.toMatchObject({ key: 'itemDeleted' }))
    const { id: act } = await db.deskAct.findFirstOrThrow({
      where: { list: { sessionId: cast.session.id } },
      orderBy: { version: 'desc' },
    })
    const undoes = () => undoAct(rapporteur, { slug, id: act })
    await expectRecorded(undoes, ['consolidation.undone', newId, { act: 'removed' }])
    await expectRecorded(undoes)
  })

  test('on outcomes and disagreements', async () => {
    const { arvenia, rapporteur } = cast
    await expectRecorded(() => cast.setsAside([share]), [...given(share, 'deferred')])
    const mails = await db.mail.count()
    await expectRecorded(() => cast.setsAside([share]))
    expect(await db.mail.count()).toBe(mails)
    await expectRecorded(() => cast.setsAside([share], 'Later.'), [...given(share, 'deferred')])
    const disagrees = () => cast.disagrees(arvenia.head, share, null)
    await expectRecorded(disagrees, ['consolidation.disagreed', share, { item: share, wording: 0 }])
    await expectRecorded(disagrees)
    const { id } = await db.disagreement.findFirstOrThrow({ where: { itemId: share } })
    const withdraws = () => withdrawDisagreement(arvenia.head, { slug, id })
    await expectRecorded(withdraws, ['consolidation.disagreementWithdrawn', share, { item: share }])
    await expectRecorded(withdraws)
    const takesBack = () => takeBackOutcome(rapporteur, { slug, itemId: share })
    await expectRecorded(takesBack, ['consolidation.outcomeTakenBack', share])
    await expectRecorded(() => expect(takesBack()).rejects.toMatchObject({ key: 'noOutcome' }))
  })

  test('in the plenary', async () => {
    const { arvenia, chair, secretariat } = cast
    const id = await cast.makes([train], 'Member States should train.')
    const puts = () => putOnScreen(secretariat, { slug, id })
    await expectRecorded(puts, ['plenary.putOnScreen', id])
    await expectRecorded(puts)
    const objects = () =>
      raiseObjection(arvenia.head, { slug, id, wording: 1, reason: 'No.', text: '' })
    await expectRecorded(objects, ['plenary.objected', id, { wording: 1 }])
    await expectRecorded(objects)
    const withdraws = () => withdrawObjection(arvenia.head, { slug, id })
    await expectRecorded(withdraws, ['plenary.objectionWithdrawn', id])
    await expectRecorded(withdraws)
    await cast.setsAside([ratify, share])
    await adoptList(chair, { slug, meeting: 1 })
    const corrected = { slug, id, over: await overOf(id), text: 'Train them.', reason: 'A slip.' }
    const proposes = () => proposeCorrigendum(secretariat, corrected)
    await expectRecorded(proposes, [
      'consolidation.corrigendumProposed',
      id,
      { proposal: expect.any(String) },
    ])
    await expectRecorded(proposes)
    const { id: proposal } = await waiting(id)
    const discards = () => discardCorrigendum(chair, { slug, id: proposal })
    await expectRecorded(discards, ['consolidation.corrigendumDiscarded', id, { proposal }])
    await expectRecorded(() =>
      expect(discards()).rejects.toMatchObject({ key: 'corrigendumDecided' }),
    )
  })
})
