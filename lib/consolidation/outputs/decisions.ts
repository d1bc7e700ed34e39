import { ordinalFigure, printSeatTime } from '@/lib/clock'
import { type Paper, plain } from '@/lib/export/paper'
import type { Column } from '@/lib/export/tables/rows'
import { frame, type Translate } from './list-document'
import { itemNumber, itemsOf, type PrintedList } from './print-model'

/** The acts that decide something about the list: the entries of a record of decisions. */
export const decisionEvents = [
  'plenary.declared',
  'plenary.snapshotTaken',
  'plenary.snapshotUndone',
  'consolidation.adopted',
  'consolidation.corrected',
  'powers.handedOver',
  'powers.takenBack',
  'powers.returned',
] as const
type DecisionEvent = (typeof decisionEvents)[number]

/** One decision: its person, in whose name, when, at which meeting, on which text. */
export type Decision = {
  at: Date
  event: DecisionEvent
  by: string
  /** The office or the delegation for which the person acted. */
  actingFor: string
  /** The Chair for whom a Vice-Chair acted. */
  onBehalfOf: string
  /** The item decided on, and its wording then. */
  itemId: string | null
  wording: number | null
  meeting: number | null
  textHash: string | null
  data: Record<string, string | number>
}

/** The record of decisions as a paper, the earliest first. */
export function decisionsPaper(
  list: PrintedList,
  decisions: readonly Decision[],
  t: Translate,
): Paper {
  const cells = cellsOf(list, t)
  return {
    ...frame(list, t, 'decisions'),
    title: t('decisions.title'),
    subtitle: t('decisions.subtitle'),
    titleNote: t('decisions.note'),
    blocks:
      decisions.length === 0
        ? [{ kind: 'paragraph', unnumbered: true, text: [plain(t('decisions.none'))] }]
        : [
            {
              kind: 'table',
              columns: [
                { title: t('decisions.when'), width: 3 },
                { title: t('decisions.what'), width: 4 },
                { title: t('decisions.item'), width: 3 },
                { title: t('decisions.who'), width: 4 },
                { title: t('decisions.meeting'), width: 2 },
                { title: t('decisions.hash'), width: 3 },
              ],
              rows: decisions.map((decision) =>
                [
                  printSeatTime(decision.at),
                  cells.what(decision),
                  cells.item(decision).replace(' (', '\u00A0('),
                  cells.who(decision),
                  decision.meeting ? ordinalFigure(decision.meeting) : '',
                  decision.textHash ? `${decision.textHash.slice(0, 12)}…` : '',
                ].map((text) => [plain(text)]),
              ),
            },
          ],
  }
}

/** The same as rows, with whole hashes and exact times. */
export function decisionColumns(list: PrintedList, t: Translate): Column<Decision>[] {
  const cells = cellsOf(list, t)
  return [
    { title: 'at', value: ({ at }) => at.toISOString(), width: 26 },
    { title: 'event', value: ({ event }) => event, width: 24 },
    { title: 'decision', value: cells.what, width: 40 },
    { title: 'item', value: (decision) => decision.itemId && cells.number(decision), width: 10 },
    { title: 'wording', value: ({ wording }) => wording, width: 8 },
    { title: 'by', value: ({ by }) => by, width: 24 },
    { title: 'acting for', value: ({ actingFor }) => actingFor, width: 14 },
    { title: 'with the powers of', value: ({ onBehalfOf }) => onBehalfOf, width: 24 },
    { title: 'meeting', value: ({ meeting }) => meeting, width: 8 },
    { title: 'sha256', value: ({ textHash }) => textHash, width: 66 },
  ]
}

/** The same as plain JSON. */
export function decisionsJson(list: PrintedList, decisions: readonly Decision[], t: Translate) {
  const cells = cellsOf(list, t)
  return {
    format: 'stocktake-decisions',
    version: 1,
    session: { ordinal: list.session.ordinal, title: list.session.title },
    decisions: decisions.map((decision) => ({
      at: decision.at.toISOString(),
      event: decision.event,
      decision: cells.what(decision),
      item: decision.itemId ? cells.number(decision) : null,
      wording: decision.wording,
      by: decision.by,
      actingFor: decision.actingFor,
      withPowersOf: decision.onBehalfOf || null,
      meeting: decision.meeting,
      sha256: decision.textHash,
    })),
  }
}

function cellsOf(list: PrintedList, t: Translate) {
  const numbers = new Map(itemsOf(list).map((item) => [item.id, itemNumber(item)]))
  const number = ({ itemId }: Decision) =>
    itemId ? (numbers.get(itemId) ?? t('decisions.removed')) : ''
  return {
    number,
    what: ({ event, data }: Decision) => {
      const standing = data.standing ? t(`statuses.${data.standing}`) : ''
      const { number = 0, items = 0, name = '', reason } = data
      const sentence = t(`decisions.${event.split('.')[1]}`, { standing, number, items, to: name })
      return reason ? t('decisions.because', { what: sentence, reason }) : sentence
    },
    item: (decision: Decision) =>
      decision.itemId && decision.wording
        ? t('decisions.wording', { item: number(decision), wording: decision.wording })
        : number(decision),
    who: ({ by, actingFor, onBehalfOf }: Decision) => {
      const office = OFFICES.has(actingFor) ? t(`offices.${actingFor}`) : actingFor
      if (onBehalfOf) return t('decisions.behalf', { name: by, office, chair: onBehalfOf })
      return office ? t('decisions.by', { name: by, office }) : by
    },
  }
}
const OFFICES: ReadonlySet<string> = new Set([
  'chair',
  'viceChair',
  'rapporteur',
  'secretariat',
  'bureau',
])
