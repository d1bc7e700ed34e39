import { randomUUID } from 'node:crypto'
import { deleteItem, moveItem } from '@/lib/consolidation/desk/item-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/desk/merge-commands'
import { linkSources, unlinkSource } from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { db } from '@/lib/db/client'
import { putOnScreen, raiseObjection, withdrawObjection } from '@/lib/plenary/commands'
import { overOf } from './correcting'
import { proposeCorrigendum } from '@/lib/plenary/corrigenda/commands'
import { clearScreenText, fixScreenText, typeOnScreen } from '@/lib/plenary/screen/commands'
import { stateSupport, withdrawSupport } from '@/lib/plenary/support-commands'
import { documentFromText } from '@/lib/text/document/document'
import type { StockTaking } from './stock-taking'

/** The states of an item, in the order of the table's columns; the last two have an objection. */
export const states = [
  'pending',
  'underDiscussion',
  'bracketed',
  'agreedAdReferendum',
  'agreed',
  'noConsensus',
  'objected',
  'objectedNoConsensus',
] as const
export type State = (typeof states)[number]

/** An item in a state, with the input of an act on it. */
export type Cell = {
  cast: StockTaking
  slug: string
  id: string
  wording: number
  headingId: string
  /** Its two sources, and a preliminary item of which nothing is taken. */
  sources: readonly [string, string]
  spare: string
  /** The last act of the desk that touched it. */
  lastAct: string
}

type Act = {
  play: (cell: Cell) => Promise<unknown>
  /** Leaves the item and its status as they are, so that a cell can be shared with other such acts. */
  shared?: true
  /** The act of the desk that is undone later; returns the id of the item that the cell is about. */
  before?: (cell: Omit<Cell, 'lastAct' | 'wording'>) => Promise<unknown>
}

/** Makes an item of two sources and brings it to the state by declarations and an objection. */
export async function cellIn(
  cast: StockTaking,
  state: State,
  [first, second, spare]: readonly [string, string, string],
  before: Act['before'] = async () => {},
): Promise<Cell> {
  const { slug } = cast
  const made = await cast.makes([first, second], 'Member States should train judges.')
  const { headingId } = await db.consolidatedItem.findUniqueOrThrow({ where: { id: made } })
  const sources = [first, second] as const
  const split = await before({ cast, slug, id: made, headingId, sources, spare })
  const id = typeof split === 'string' ? split : made
  const { currentNumber: wording } = await db.consolidatedItem.findUniqueOrThrow({ where: { id } })
  const lastAct = await db.deskAct.findFirstOrThrow({
    where: { list: { sessionId: cast.session.id } },
    orderBy: { version: 'desc' },
  })
  if (state === 'objected' || state === 'objectedNoConsensus')
    await raiseObjection(cast.arvenia.head, { slug, id, wording, reason: 'Too strong.', text: '' })
  const declared: StatusKind = state === 'objectedNoConsensus' ? 'noConsensus' : statusOf(state)
  if (declared !== 'pending') await cast.declares(id, declared, wording)
  return { cast, slug, id, wording, headingId, sources, spare, lastAct: lastAct.id }
}

const statusOf = (state: State): StatusKind =>
  state === 'objected' || state === 'objectedNoConsensus' ? 'pending' : state

const reason = ''
const strengthConfirmed = true
const body = JSON.stringify(documentFromText('Member States should train all of them.'))

const another = (cast: StockTaking) => cast.makes([], 'Member States should cooperate.')
const merge: Act['before'] = async ({ cast, slug, id }) => {
  const otherId = await another(cast)
  await mergeItems(cast.rapporteur, { slug, id, otherId, reason, strengthConfirmed })
}
const link: Act['before'] = ({ cast, slug, id, spare }) =>
  linkSources(cast.rapporteur, { slug, id, itemIds: [spare], reason, strengthConfirmed })
const unlink: Act['before'] = ({ cast, slug, id, sources }) =>
  unlinkSource(cast.rapporteur, { slug, id, itemId: sources[0], reason })
const move: Act['before'] = ({ cast, slug, id, headingId }) =>
  moveItem(cast.rapporteur, { slug, id, headingId, position: 1 })
const split: Act['before'] = ({ cast, slug, id, sources }) =>
  splitItem(cast.rapporteur, { slug, id, newId: randomUUID(), itemIds: [sources[1]], reason })
const reword: Act['before'] = ({ cast, id }) => cast.rewords(id, 1, 'Member States should train.')
const undo: Act['play'] = ({ cast, slug, lastAct }) =>
  undoAct(cast.rapporteur, { slug, id: lastAct })
const declare =
  (kind: StatusKind, role: 'chair' | 'rapporteur' | 'viceChair' = 'chair'): Act['play'] =>
  ({ cast, id, wording }) =>
    cast.declares(id, kind, wording, cast[role])

/** Every act on an item of the list, by somebody who may do it in some state, or never. */
export const acts: Record<string, Act> = {
  'merge it into another': {
    play: async ({ cast, slug, id: otherId }) => {
      const id = await another(cast)
      await mergeItems(cast.rapporteur, { slug, id, otherId, reason, strengthConfirmed })
    },
  },
  'merge another into it': { play: merge },
  split: { play: split },
  link: { play: link },
  unlink: { play: unlink },
  move: { shared: true, play: move },
  remove: { play: ({ cast, slug, id }) => deleteItem(cast.rapporteur, { slug, id, reason }) },
  'reword, at the desk': {
    play: ({ cast, id, wording }) => cast.rewords(id, wording, 'Member States should train.'),
  },
  'undo its making': { play: undo },
  'undo its splitting off': { before: split, play: undo },
  'undo its rewording': { before: reword, play: undo },
  'undo a merger into it': { before: merge, play: undo },
  'undo its linking': { before: link, play: undo },
  'undo its unlinking': { before: unlink, play: undo },
  'undo its moving': { before: move, play: undo },
  'fix the screen, the Chair': {
    play: ({ cast, slug, id }) => fixScreenText(cast.chair, { slug, id, reason, body }),
  },
  'fix the screen, the desk': {
    play: ({ cast, slug, id }) => fixScreenText(cast.rapporteur, { slug, id, reason, body }),
  },
  'type on the screen': {
    shared: true,
    play: ({ cast, slug, id, wording: baseNumber }) =>
      typeOnScreen(cast.rapporteur, { slug, id, baseNumber, version: 0, body, text: '' }),
  },
  'clear the screen': {
    shared: true,
    play: ({ cast, slug, id }) => clearScreenText(cast.chair, { slug, id }),
  },
  'put on the screen': {
    shared: true,
    play: ({ cast, slug, id }) => putOnScreen(cast.secretariat, { slug, id }),
  },
  'declare pending': { play: declare('pending') },
  'declare under discussion': { play: declare('underDiscussion') },
  'declare in brackets': { play: declare('bracketed') },
  'declare ad referendum': { play: declare('agreedAdReferendum') },
  'declare agreed': { play: declare('agreed') },
  'declare no consensus': { play: declare('noConsensus') },
  'declare, the desk': { shared: true, play: declare('underDiscussion', 'rapporteur') },
  'declare, a Vice-Chair': { shared: true, play: declare('underDiscussion', 'viceChair') },
  object: {
    play: ({ cast, slug, id, wording }) =>
      raiseObjection(cast.belmara.head, { slug, id, wording, reason: 'No.', text: '' }),
  },
  'withdraw an objection': {
    play: ({ cast, slug, id }) => withdrawObjection(cast.arvenia.head, { slug, id }),
  },
  support: {
    shared: true,
    play: ({ cast, slug, id, wording }) => stateSupport(cast.belmara.head, { slug, id, wording }),
  },
  'withdraw support': {
    shared: true,
    play: ({ cast, slug, id }) => withdrawSupport(cast.belmara.head, { slug, id }),
  },
  disagree: {
    shared: true,
    play: ({ cast, id, sources, wording }) =>
      cast.disagrees(cast.belmara.head, sources[1], { id, wording }),
  },
  correct: {
    shared: true,
    play: async ({ cast, slug, id }) =>
      proposeCorrigendum(cast.secretariat, {
        slug,
        id,
        over: await overOf(id),
        text: 'Train them.',
        reason: 'A slip.',
      }),
  },
}
