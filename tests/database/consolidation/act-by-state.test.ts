import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { adoptList } from '@/lib/plenary/adoption'
import { acts, type Cell, cellIn, states } from '@/tests/support/act-by-state'
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
      drawn.push(await played(act.play, cell))
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
    expect(await played(acts[name]!.play, cell)).toBe(cells.split('|')[1])
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
