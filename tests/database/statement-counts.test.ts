import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeOfSources } from '@/lib/consolidation/desk/make-commands'
import { mergeItems } from '@/lib/consolidation/desk/merge-commands'
import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { db } from '@/lib/db/client'
import { placeProposals } from '@/lib/proposals/preliminary-list/commands'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { statementsOf } from '@/tests/support/statements'
import { stockTaking } from '@/tests/support/stock-taking'

// An act holds the list's lock, so it must not send a statement for each row.

/** The statements of each act of the desk on so many sources, by the kind of act. */
async function deskActs(count: number): Promise<Record<string, number>> {
  const cast = await stockTaking(
    Array.from({ length: 2 * count }, (_, at) => `Member States should take measure ${at}.`),
  )
  const { slug, rapporteur } = cast
  const [some, rest] = [cast.sources.slice(0, count), cast.sources.slice(count)]
  const base = { slug, reason: 'As discussed.', strengthConfirmed: true }
  const [id, otherId] = [randomUUID(), randomUUID()]
  const makes = (newId: string, itemIds: string[]) =>
    makeOfSources(rapporteur, { ...base, id: newId, itemIds, headingId: '', before: '' })
  const undoesLast = async () => {
    const act = await db.deskAct.findFirstOrThrow({
      where: { list: { sessionId: cast.session.id } },
      orderBy: { version: 'desc' },
    })
    await undoAct(rapporteur, { slug, id: act.id })
  }
  const first = rest[0]!
  return {
    making: await statementsOf(() => makes(id, some)),
    'setting aside': await statementsOf(() =>
      setAside(rapporteur, { slug, itemIds: rest, kind: 'deferred', reason: 'Later.' }),
    ),
    'undoing that': await statementsOf(undoesLast),
    linking: await statementsOf(() => linkSources(rapporteur, { ...base, id, itemIds: rest })),
    'undoing the links': await statementsOf(undoesLast),
    merging: await (async () => {
      await makes(otherId, [first, ...rest.slice(1)])
      return statementsOf(() => mergeItems(rapporteur, { ...base, id, otherId }))
    })(),
    'undoing the merger': await statementsOf(undoesLast),
  }
}

test('an act of the desk on thirty sources takes as many statements as one on three', async () => {
  const [few, many] = [await deskActs(3), await deskActs(30)]
  for (const [act, statements] of Object.entries(many))
    expect([act, statements - few[act]!]).toEqual([act, 0])
}, 120_000)

test('placing ten proposals takes as many statements as placing two', async () => {
  let cast: Scenario
  const { submits } = proposing(() => cast)
  const places = async (count: number) => {
    cast = await scenario()
    const proposalIds: string[] = []
    for (let at = 0; at < count; at += 1)
      proposalIds.push(
        (await submits(cast.arvenia.head, { text: `Member States should take measure ${at}.` }))
          .proposalId,
      )
    const { slug } = cast.session
    return statementsOf(() =>
      placeProposals(cast.rapporteur, { slug, proposalIds, headingId: '', newHeading: 'Measures' }),
    )
  }
  expect(await places(10)).toBe(await places(2))
}, 120_000)
