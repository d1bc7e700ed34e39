import 'server-only'
import { circulatedLists } from '@/lib/circulation/circulated-lists'
import { loadCirculation, type LoadedCirculation } from '@/lib/circulation/comments/load'
import { ordinalWord, printSeatTime, printUtcTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import { letter as letterOf } from '@/lib/export/paper'
import { differentPrintedNumber, itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { translations } from '@/lib/messages'
import { sha256 } from '@/lib/record/record'
import { plainText } from '@/lib/text/document/document'
import { readDocumentOrNull } from '@/lib/text/document/stored'
import { isLocale } from '@/lib/text/locales'
import { sessionNames } from '@/lib/circulation/papers/free/session-names'
import type { Named } from '@/lib/circulation/papers/free/targets/target'
import type { Answer, FormLine, FormPaper } from './form'
import { markOf } from './identifiers'
import { counting } from '@/lib/circulation/counting'

/** The reader: the delegation sees its comments in hand, the Secretariat its own entries. */
export type Side = 'own' | 'office'

/** The circulated lists as they are printed, as a form and a paper name them. */
export type CirculatedLists = Awaited<ReturnType<typeof loadLists>>

const lineColumns = {
  id: true,
  paragraph: true,
  letter: true,
  importedNumber: true,
  language: true,
  text: true,
  textHash: true,
} as const

/** The lists of a circulation with their headings and items, in their order. Unchecked: issued lists are public. */
export async function loadLists(tx: Pick<Tx, 'circulatedList'>, circulationId: string) {
  const lists = await tx.circulatedList.findMany(circulatedLists(circulationId, lineColumns))
  const years = lists.map(({ list }) =>
    String((list.printedOn ?? list.session.startsOn).getUTCFullYear()),
  )
  return lists.map(({ list: { session, id, symbol, headings } }, index) => {
    const year = years[index]!
    const ordinal = ordinalWord(session.ordinal)
    // The session tells two lists of one year apart.
    const isOne = years.filter((value) => value === year).length === 1
    return {
      id,
      symbol,
      headings,
      year,
      ordinal,
      ordinalNumber: session.ordinal,
      name: isOne ? year : `${year} (${ordinal} session)`,
    }
  })
}

/** The names of these lists in papers. */
export function namedIn(lists: CirculatedLists): Named {
  return {
    lists: lists.map(({ id, year, symbol, ordinal, ordinalNumber }) => ({
      id,
      names: [
        year,
        symbol,
        `${ordinal} session`,
        `${ordinal} meeting`,
        ...sessionNames(ordinalNumber),
      ].filter(Boolean),
    })),
    headings: lists.flatMap(({ id: listId, headings }) =>
      headings.map(({ id, title, items }) => ({
        id,
        listId,
        title,
        paragraph: items[0]?.paragraph ?? null,
      })),
    ),
    items: lists.flatMap(({ id: listId, headings }) =>
      headings.flatMap(({ id: headingId, items }) =>
        items.map((item) => ({ ...item, listId, headingId })),
      ),
    ),
  }
}

/** The lines of a form: the circulation, then each list with its headings and their items. */
export function linesOf(
  lists: CirculatedLists,
  circulationId: string,
): Omit<FormLine, 'answer' | 'said'>[] {
  const t = translations('papers.form')
  const line = (target: FormLine['target'], id: string, label: string, text: string) => ({
    target,
    id,
    label,
    text,
    language: 'en' as const,
    hash: sha256(text),
  })
  return [
    line('circulation', circulationId, t('generalLabel'), t('circulation')),
    ...lists.flatMap(({ id, name, symbol, headings }) => [
      line('list', id, name, [t('list'), symbol].filter(Boolean).join(': ')),
      ...headings.flatMap((heading, at) => {
        const section = `${name}, ${letterOf(at + 1).toUpperCase()}. ${heading.title}`
        return [
          line('heading', heading.id, section, t('heading')),
          ...heading.items.map((item) => ({
            target: 'item' as const,
            id: item.id,
            label: `${section}, ${nameOf(item)}`,
            text: item.text,
            language: isLocale(item.language) ? item.language : 'en',
            hash: item.textHash,
          })),
        ]
      }),
    ]),
  ]
}

/** "para. 4 (c) [17]": the number of an item, and that under which an imported list printed it. */
const nameOf = ({
  importedNumber,
  ...item
}: {
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
}): string => {
  const number = itemNumber(item)
  const printed = differentPrintedNumber(number, importedNumber)
  return [number && `para. ${number}`, printed && `[${printed}]`].filter(Boolean).join(' ')
}

/** A delegation's answer on a line, and its place: in hand, or released. */
export type KeptAnswer = Answer & {
  draftId: string | null
  commentId: string | null
  /** The group of States for which the delegation gave it. */
  onBehalfOfId: string | null
}

/** The key of a line or of a stored target. */
export const lineKey = (target: string, id: string): string => `${target} ${id}`

/** A delegation's answers so far, by line: the comment in hand, else the last one that counts. Unchecked. */
export async function loadAnswers(
  tx: Pick<Tx, 'circulationDraft' | 'circulationComment'>,
  circulationId: string,
  delegationId: string,
  side: Side,
): Promise<Map<string, KeptAnswer>> {
  const of = { circulationId, delegationId }
  const columns = {
    id: true,
    target: true,
    listId: true,
    headingId: true,
    itemId: true,
    category: true,
    position: true,
    text: true,
    wording: true,
  } as const
  const comments = await tx.circulationComment.findMany({
    where: { ...of, ...counting },
    orderBy: { releasedAt: 'asc' },
    select: { ...columns, attribution: { select: { groupOfStatesId: true } } },
  })
  const drafts = await tx.circulationDraft.findMany({
    where: {
      ...of,
      releasedAt: null,
      discardedAt: null,
      ...(side === 'office' && { enteredBySecretariat: true }),
    },
    orderBy: { updatedAt: 'asc' },
    select: { ...columns, onBehalfOfId: true },
  })
  const answers = new Map<string, KeptAnswer>()
  const released = comments.map(({ attribution, ...comment }) => ({
    ...comment,
    onBehalfOfId: attribution?.groupOfStatesId ?? null,
  }))
  for (const [rows, isDraft] of [
    [released, false],
    [drafts, true],
  ] as const)
    for (const { id, target, listId, headingId, itemId, wording, position, ...words } of rows) {
      if (target === 'other') continue
      const document = readDocumentOrNull(wording)
      const key = lineKey(target, itemId ?? headingId ?? listId ?? circulationId)
      answers.set(key, {
        ...words,
        position: position === 'none' ? null : position,
        wording: document ? plainText(document) : '',
        draftId: isDraft ? id : null,
        commentId: isDraft ? (answers.get(key)?.commentId ?? null) : id,
      })
    }
  return answers
}

/** The content of a delegation's form, with its answers so far. Unchecked. */
export async function loadForm(
  tx: Pick<
    Tx,
    | '$queryRaw'
    | 'circulationAddressee'
    | 'circulatedList'
    | 'delegation'
    | 'circulationDraft'
    | 'circulationComment'
  >,
  circulationId: string,
  delegationId: string,
  side: Side,
): Promise<{
  paper: FormPaper
  circulation: LoadedCirculation
  lists: CirculatedLists
  answers: Map<string, KeptAnswer>
}> {
  const circulation = await loadCirculation(tx, circulationId)
  const { name } = orNotFound(
    await tx.delegation.findUnique({ where: { id: delegationId }, select: { name: true } }),
  )
  const lists = await loadLists(tx, circulationId)
  const answers = await loadAnswers(tx, circulationId, delegationId, side)
  const { title, openUntil, openedAt } = circulation
  const paper: FormPaper = {
    circulationId,
    delegationId,
    title,
    delegation: name,
    until: printSeatTime(openUntil),
    untilUtc: printUtcTime(openUntil),
    created: openedAt.toISOString(),
    lines: linesOf(lists, circulationId).map((line) => {
      const answer = answers.get(lineKey(line.target, line.id)) ?? null
      return { ...line, answer, said: markOf(answer) }
    }),
  }
  return { paper, circulation, lists, answers }
}
