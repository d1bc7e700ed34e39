import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueOutcome, type LinkOf } from '@/lib/consolidation/outcomes/outcome-rule'
import { withdrawalsOf } from '@/lib/consolidation/outcomes/outcomes'
import { recalculateWithdrawn } from '@/lib/consolidation/outcomes/withdrawals'
import { adoptList } from '@/lib/plenary/adoption'
import { db } from '@/lib/db/client'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { deskAct, play } from '@/tests/support/ledger-acts'
import { RUNS } from '@/tests/support/runs'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'

// Many sources and few items, so that each outcome occurs: with few sources nearly all would be split.
const TEXTS = Array.from({ length: 12 }, (_, at) => `Text ${at}.`)

/** 1,000 rounds in the nightly run; else 100 to 400, until each kind of act was done once. */
const [FEWEST, MOST] = RUNS > 500 ? [1_000, 1_000] : [100, 400]
const KINDS = ['make', 'reword', 'merge', 'split', 'undo', 'aside', 'unlink', 'disagree']
/** The laws are checked once in so many rounds; all acts pass through the same ledger. */
const LOOK_EVERY = 5

it('keeps the laws of the ledger under random interleavings of two actors at once', async () => {
  const cast = await stockTaking(TEXTS)
  const before = await sourcesOf(cast)
  const acts = fc.sample(deskAct(TEXTS.length, [...TEXTS, 'Something else.']), 2 * MOST)
  const done = new Map<string, number>()
  const isEnough = (rounds: number) => rounds >= FEWEST && KINDS.every((kind) => done.get(kind))
  for (let round = 0; round < MOST && !isEnough(round); round += 1) {
    const [ours, theirs] = acts.slice(2 * round)
    const both = await Promise.all([
      play(cast, cast.rapporteur, ours!),
      play(cast, cast.secretariat, theirs!),
    ])
    for (const [index, act] of [ours!, theirs!].entries())
      if (both[index]) done.set(act.kind, (done.get(act.kind) ?? 0) + 1)
    // In the middle, a State withdraws a proposal: its item is withdrawn, even if it has links.
    if (round === FEWEST / 2) await withdrawsOne(cast)
    if (round % LOOK_EVERY === 0) await expectLaws(cast)
  }
  await expectLaws(cast)
  expect(await sourcesOf(cast)).toEqual(before)
  // If nearly every act were refused, the test would prove nothing.
  for (const kind of KINDS) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(0)
}, 600_000)

const sourcesOf = (cast: StockTaking) =>
  db.item.findMany({ where: { id: { in: cast.sources } }, orderBy: { id: 'asc' } })

async function withdrawsOne(cast: StockTaking) {
  const proposal = await db.proposal.findFirstOrThrow({
    where: {
      delegationId: cast.past.get(cast.arvenia.id)!,
      items: { some: { itemId: cast.sources[0]! } },
    },
  })
  const { head } = cast.arvenia
  const { sessionId, delegationId } = proposal
  const there = { ...head.memberships[0]!, sessionId, delegationId }
  const author = { ...head, memberships: [...head.memberships, there] }
  const withdrawn = { proposalId: proposal.id, reason: 'Superseded.' }
  await withdrawProposal(author, withdrawn, recalculateWithdrawn)
}

async function expectLaws(cast: StockTaking): Promise<void> {
  const list = await db.consolidatedList.findUniqueOrThrow({
    where: { sessionId: cast.session.id },
  })
  const listId = list.id
  const [links, outcomes, items, disagreements] = await Promise.all([
    db.lineage.findMany({ where: { listId, unlinkedAt: null }, include: { item: true } }),
    db.outcome.findMany({ where: { listId, supersededAt: null } }),
    db.consolidatedItem.findMany({
      where: { listId },
      include: { texts: { orderBy: { number: 'desc' } } },
    }),
    db.disagreement.findMany({ where: { listId, withdrawnAt: null } }),
  ])
  const byId = new Map(items.map((item) => [item.id, item]))

  // Nothing leads to an item that left the list, and every item reads as its latest wording.
  expect(links.filter((link) => byId.get(link.consolidatedItemId)!.deletedAt)).toEqual([])
  for (const { texts, currentNumber } of items)
    expect(texts.map(({ number }) => number)).toEqual(
      Array.from({ length: currentNumber }, (_, at) => currentNumber - at),
    )

  // The outcome of each preliminary item follows from its withdrawal, else from its links, else it is a decision.
  const withdrawals = await withdrawalsOf(db, cast.sources)
  for (const itemId of cast.sources) {
    const mine: LinkOf[] = links
      .filter((link) => link.itemId === itemId)
      .map((link) => ({
        sources: links.filter((sibling) => sibling.consolidatedItemId === link.consolidatedItemId)
          .length,
        sameText: byId.get(link.consolidatedItemId)!.texts[0]!.textHash === link.item.textHash,
      }))
    const now = outcomes.filter((outcome) => outcome.itemId === itemId).map(({ kind }) => kind)
    const due = dueOutcome(mine, withdrawals.get(itemId))
    if (due) expect(now).toEqual([due])
    else expect([[], ['deferred']]).toContainEqual(now)
  }

  // Places under a heading are each taken once; a disagreement is about a wording that there is.
  const memberships = items
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ headingId, position }) => `${headingId} ${position}`)
  expect(new Set(memberships).size).toBe(memberships.length)
  for (const { consolidatedItemId, wording } of disagreements)
    if (consolidatedItemId)
      expect(byId.get(consolidatedItemId)!.currentNumber).toBeGreaterThanOrEqual(wording!)

  const open = cast.sources.length - outcomes.length
  if (open > 0)
    await expect(adoptList(cast.chair, { slug: cast.slug, meeting: 1 })).rejects.toMatchObject({
      key: 'outcomesMissing',
      values: { open },
    })
}
