import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { adoptList } from '@/lib/plenary/adoption'
import type { RecordedEvent } from '@/lib/record/events'
import { acts, type Cell, cellIn, type State, states } from '@/tests/support/act-by-state'
import { recordedBy } from '@/tests/support/recorded'
import { stockTaking, type StockTaking } from '@/tests/support/stock-taking'

// The result of every act on a consolidated item in every state. • the act is done; a letter is the
// refusal that the person reads.
const refusals: Record<string, string> = {
  A: 'agreedStays',
  J: 'alreadyAgreed',
  L: 'listAdopted',
  N: 'statusNotNext',
  O: 'objectedStays',
  P: 'notPresiding',
  S: 'objectionsStand',
  T: 'notAdopted',
  W: 'agreedWords',
}

// biome-ignore format: it is read as a table
const table: [act: string, cells: string][] = [
  // pending, under discussion, in brackets, agreed ad referendum, agreed, no consensus,
  // under objection, under objection and no consensus | in an adopted list
  ['merge it into another',     '•••AA•O•|L'],
  ['merge another into it',     '••••••••|L'],
  ['split',                     '••••••••|L'],
  ['link',                      '••••••••|L'],
  ['unlink',                    '••••••••|L'],
  ['move',                      '••••••••|L'],
  ['remove',                    '•••AA•O•|L'],
  ['reword, at the desk',       '•••WW•••|L'],
  ['undo its making',           '•••AA•O•|L'],
  ['undo its splitting off',    '•••AA•O•|L'],
  ['undo its rewording',        '•••WW•••|L'],
  ['undo a merger into it',     '••••••••|L'],
  ['undo its linking',          '••••••••|L'],
  ['undo its unlinking',        '••••••••|L'],
  ['undo its moving',           '••••••••|L'],
  ['fix the screen, the Chair', '•••WW•••|L'],
  ['fix the screen, the desk',  '•••WW•••|L'],
  ['type on the screen',        '•••WW•••|L'],
  ['clear the screen',          '••••••••|L'],
  ['put on the screen',         '••••••••|L'],
  ['declare pending',           '••NNNN•N|L'],
  ['declare under discussion',  '••••••••|L'],
  ['declare in brackets',       '•••NNN•N|L'],
  ['declare ad referendum',     '••••NNSN|L'],
  ['declare agreed',            '•••••NSN|L'],
  ['declare no consensus',      '•••NN•••|L'],
  ['declare, the desk',         'PPPPPPPP|L'],
  ['declare, a Vice-Chair',     'PPPPPPPP|L'],
  ['object',                    '••••J•••|L'],
  ['withdraw an objection',     '••••••••|L'],
  ['support',                   '••••••••|L'],
  ['withdraw support',          '••••••••|L'],
  ['disagree',                  '••••••••|L'],
  ['correct',                   'TTTTTTTT|•'],
]

const reworded = ['consolidation.itemReworded'] as const
const linked = ['consolidation.sourceLinked'] as const
const undone = ['consolidation.undone'] as const
const outcome = 'consolidation.outcomeGiven'
const noOutcome = 'consolidation.outcomeTakenBack'
const declared = ['plenary.declared'] as const

/** What each act adds to the record where it is done, in this order; an act without an entry is in no state recorded. */
const entries: Record<string, readonly RecordedEvent[]> = {
  'merge it into another': [...linked, ...linked, 'consolidation.itemsMerged'],
  'merge another into it': ['consolidation.itemsMerged'],
  split: [...linked, outcome, outcome, 'consolidation.itemSplit'],
  link: [...linked, outcome],
  unlink: [noOutcome, outcome, 'consolidation.sourceUnlinked'],
  move: ['consolidation.itemMoved'],
  remove: ['consolidation.itemDeleted', noOutcome, noOutcome],
  'reword, at the desk': reworded,
  'undo its making': [noOutcome, noOutcome, ...undone],
  'undo its splitting off': [...linked, outcome, outcome, ...undone],
  'undo its rewording': [...reworded, ...undone],
  'undo a merger into it': undone,
  'undo its linking': [noOutcome, ...undone],
  'undo its unlinking': [...linked, outcome, outcome, ...undone],
  'undo its moving': undone,
  'fix the screen, the Chair': reworded,
  'fix the screen, the desk': reworded,
  'put on the screen': ['plenary.putOnScreen'],
  'declare pending': declared,
  'declare under discussion': declared,
  'declare in brackets': declared,
  'declare ad referendum': declared,
  'declare agreed': declared,
  'declare no consensus': declared,
  object: ['plenary.objected'],
  'withdraw an objection': ['plenary.objectionWithdrawn'],
  support: ['plenary.supported'],
  'withdraw support': ['plenary.supportWithdrawn'],
  disagree: ['consolidation.disagreed'],
  correct: ['consolidation.corrigendumProposed'],
}

/** Where an act that is done changes nothing, and so is not recorded; the item of the first state is the first of all. */
const unchanged: Record<string, readonly State[]> = {
  move: ['pending'],
  'declare under discussion': ['underDiscussion'],
  'declare in brackets': ['bracketed'],
  'declare ad referendum': ['agreedAdReferendum'],
  'declare agreed': ['agreed'],
  'declare no consensus': ['noConsensus', 'objectedNoConsensus'],
  'withdraw an objection': states.filter((state) => !state.startsWith('objected')),
}

const due = (name: string, done: string, state?: State): readonly RecordedEvent[] =>
  done === '•' && !(state && unchanged[name]?.includes(state)) ? (entries[name] ?? []) : []

/** Plays an act in a cell; the item that an act makes to have another one is no part of it. */
async function recordedAt(name: string, cell: Cell) {
  let drawn = ''
  const added = await recordedBy(async () => (drawn = await played(acts[name]!.play, cell)))
  const events = added.map(([event]) => event).filter((event) => !event.endsWith('.itemMade'))
  return { drawn, events }
}

const letterOf = (key: string): string =>
  Object.keys(refusals).find((letter) => refusals[letter] === key) ?? `(${key})`

async function played(act: (cell: Cell) => Promise<unknown>, cell: Cell): Promise<string> {
  try {
    await act(cell)
    return '•'
  } catch (error) {
    if (error instanceof Refused) return letterOf(error.key)
    throw error
  }
}

/** Sources in groups of four, the first Arvenia's; each cell has its own, so that no cell affects another. */
const sourcesOf = (cast: StockTaking, index: number): [string, string, string] => {
  const [first, second, third] = cast.sources.slice(index * 4, index * 4 + 3)
  return [first!, second!, third!]
}
const texts = (count: number) =>
  Array.from({ length: count }, (_, index) => `Member States should act in way ${index}.`)

describe('each act on an item, in each state', () => {
  let cast: StockTaking
  let next = 0
  const shared: Cell[] = []
  beforeAll(async () => {
    const rows = table.filter(([name]) => !acts[name]?.shared).length + 1
    cast = await stockTaking(texts(4 * states.length * rows))
    for (const state of states) shared.push(await cellIn(cast, state, sourcesOf(cast, next++)))
  })

  test('every act stands in the table', () => {
    expect(table.map(([act]) => act)).toEqual(Object.keys(acts))
  })

  test.each(table)('%s', async (name, cells) => {
    const act = acts[name]!
    const drawn: string[] = []
    for (const [column, state] of states.entries()) {
      const cell = act.shared
        ? shared[column]!
        : await cellIn(cast, state, sourcesOf(cast, next++), act.before)
      const done = await recordedAt(name, cell)
      expect(done.events, state).toEqual(due(name, done.drawn, state))
      drawn.push(done.drawn)
      await stillWhole(cell)
    }
    expect(drawn.join('')).toBe(cells.split('|')[0])
  })
})

describe('each act on an item of an adopted list', () => {
  let cell: Cell
  beforeAll(async () => {
    const cast = await stockTaking(texts(3))
    cell = await cellIn(cast, 'pending', sourcesOf(cast, 0))
    await cast.setsAside([cell.spare])
    await adoptList(cast.chair, { slug: cast.slug, meeting: 1 })
  })

  test.each(table)('%s', async (name, cells) => {
    const before = await db.consolidatedItem.findMany({ where: { id: cell.id } })
    const done = await recordedAt(name, cell)
    expect(done.drawn).toBe(cells.split('|')[1])
    expect(done.events).toEqual(due(name, done.drawn))
    expect(await db.consolidatedItem.findMany({ where: { id: cell.id } })).toEqual(before)
  })
})

/** After any act, an agreed item or one under an objection without a declaration is still on the list. */
async function stillWhole({ id }: Cell): Promise<void> {
  const item = await db.consolidatedItem.findUniqueOrThrow({
    where: { id },
    include: {
      statuses: { where: { supersededAt: null } },
      _count: { select: { objections: { where: { withdrawnAt: null } } } },
    },
  })
  const status = item.statuses[0]?.kind ?? 'pending'
  const agreed = status === 'agreed' || status === 'agreedAdReferendum'
  const objected = item._count.objections > 0 && status !== 'noConsensus'
  if (agreed || objected) expect(item.deletedAt).toBeNull()
}
