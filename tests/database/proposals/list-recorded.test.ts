import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import {
  moveListItem,
  placeProposals,
  removeListItem,
  updateListItem,
} from '@/lib/proposals/preliminary-list/commands'
import {
  addHeading,
  moveHeading,
  removeHeading,
  renameHeading,
} from '@/lib/proposals/preliminary-list/heading-commands'
import { issueList } from '@/lib/proposals/preliminary-list/issue'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { writesDraft } from '@/tests/support/drafting'
import { expectRecorded } from '@/tests/support/recorded'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let slug: string
beforeEach(async () => {
  cast = await scenario()
  slug = cast.session.slug
})

const headingOf = async (title: string) =>
  (
    await db.listHeading.findFirstOrThrow({
      where: { title, list: { sessionId: cast.session.id } },
    })
  ).id

test('each act on the headings of a preliminary list is in the record once', async () => {
  const { rapporteur } = cast
  const adds = (title: string) => addHeading(rapporteur, { slug, title })
  await adds('Cooperation')
  const title = 'Prevention'
  await expectRecorded(() => adds(title), ['list.headingAdded', expect.any(String), { title }])
  await expectRecorded(() => expect(adds(title)).rejects.toMatchObject({ key: 'headingTaken' }))
  const headingId = await headingOf(title)
  const renames = () => renameHeading(rapporteur, { slug, headingId, title: 'Training' })
  await expectRecorded(renames, [
    'list.headingChanged',
    headingId,
    { before: title, title: 'Training' },
  ])
  await expectRecorded(renames)
  const moves = () => moveHeading(rapporteur, { slug, headingId, position: 1 })
  await expectRecorded(moves, ['list.headingMoved', headingId, { title: 'Training', position: 1 }])
  await expectRecorded(moves)
  const removes = () => removeHeading(rapporteur, { slug, headingId })
  await expectRecorded(removes, ['list.headingRemoved', headingId, { title: 'Training' }])
  await expectRecorded(() => expect(removes()).rejects.toMatchObject({ reason: 'not-found' }))
})

test('the record tells delegations of a list in the making once it is issued, and its makers at once', async () => {
  const { arvenia, rapporteur, chair, secretariat } = cast
  const told = async (actor: Actor, about = '') => {
    const { lines, matching } = await listRecord(actor, cast.session, RecordFilter.parse({ about }))
    expect(matching).toBe(lines.length)
    return lines.map(({ event }) => event).filter((event) => event.startsWith('list.'))
  }
  const begun = await startDraft(arvenia.head, { sessionId: cast.session.id })
  const { proposalId } = await submitDraft(
    arvenia.head,
    await writesDraft(cast, arvenia.head, begun, 'A.'),
  )
  const placed = { slug, proposalIds: [proposalId], headingId: '', newHeading: 'Training' }
  await placeProposals(rapporteur, placed)
  const making = ['list.itemPlaced', 'list.headingAdded']
  for (const actor of [rapporteur, chair, secretariat]) expect(await told(actor)).toEqual(making)
  for (const actor of [arvenia.head, cast.lumeria.head, cast.outsider, visitor]) {
    expect(await told(actor)).toEqual([])
    expect(await told(actor, 'list')).toEqual([])
  }
  const { version } = await db.preliminaryList.findFirstOrThrow({
    where: { sessionId: cast.session.id },
  })
  await issueList(secretariat, { slug, version })
  expect(await told(arvenia.head, 'list')).toEqual(['list.issued', ...making])
})

test('each act on the items of a preliminary list is in the record once', async () => {
  const { arvenia, belmara, rapporteur } = cast
  const proposes = async ({ head }: typeof arvenia, text: string, draft?: { id: string }) => {
    const begun = draft ?? (await startDraft(head, { sessionId: cast.session.id }))
    return (await submitDraft(head, await writesDraft(cast, head, begun, text))).proposalId
  }
  const [a, b] = [await proposes(arvenia, 'A.'), await proposes(belmara, 'B.')]
  await addHeading(rapporteur, { slug, title: 'Cooperation' })
  const headingId = await headingOf('Cooperation')
  const places = () =>
    placeProposals(rapporteur, { slug, proposalIds: [a, b], headingId, newHeading: '' })
  await expectRecorded(
    places,
    ['list.itemPlaced', expect.any(String), { number: 1 }],
    ['list.itemPlaced', expect.any(String), { number: 2 }],
  )
  await expectRecorded(places)
  const { itemId } = await db.itemProposal.findFirstOrThrow({ where: { proposalId: a } })
  const moves = () => moveListItem(rapporteur, { slug, itemId, headingId, position: 2 })
  await expectRecorded(moves, ['list.itemMoved', itemId, { position: 2 }])
  await expectRecorded(moves)
  const updates = () => updateListItem(rapporteur, { slug, itemId })
  await expectRecorded(updates)
  await proposes(
    arvenia,
    'A, in other words.',
    await startRevision(arvenia.head, { proposalId: a }),
  )
  await expectRecorded(updates, ['list.itemUpdated', itemId, { number: 1, revision: 2 }])
  await expectRecorded(updates)
  const removes = () => removeListItem(rapporteur, { slug, itemId })
  await expectRecorded(removes, ['list.itemRemoved', itemId, { proposals: 1 }])
  await expectRecorded(() => expect(removes()).rejects.toMatchObject({ key: 'listItemGone' }))
  const { version, id } = await db.preliminaryList.findFirstOrThrow({
    where: { sessionId: cast.session.id },
  })
  const issues = () => issueList(cast.secretariat, { slug, version })
  const ofList = expect.objectContaining({ items: 1 })
  await expectRecorded(
    issues,
    ['document.issued', expect.any(String), expect.anything()],
    ['list.issued', id, ofList],
  )
  await expectRecorded(() => expect(issues()).rejects.toThrow())
})
