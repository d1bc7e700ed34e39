import 'server-only'
import { circulatedLists } from '@/lib/circulation/circulated-lists'
import { db } from '@/lib/db/client'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import type { OutlineEntry, Target } from '@/lib/circulation/compilation/views'

/** The key of a target, by which comments are counted and ordered. */
export const targetKey = (target: Target): string => {
  if (target.kind === 'circulation') return 'circulation'
  return `${target.kind} ${target.kind === 'other' ? target.subject : target.id}`
}

/** The columns of a comment's target. */
type TargetColumns = {
  target: Target['kind']
  listId: string | null
  headingId: string | null
  itemId: string | null
  subject: string
}

/** The key of a comment's target. */
export const keyOf = ({ target, listId, headingId, itemId, subject }: TargetColumns): string =>
  targetKey(
    target === 'other' || target === 'circulation'
      ? { kind: target, subject }
      : { kind: target, id: itemId ?? headingId ?? listId ?? '' },
  )

const entryColumns = {
  id: true,
  paragraph: true,
  letter: true,
  importedNumber: true,
  kind: true,
  language: true,
  text: true,
} as const

/**
 * All that can be commented on in a circulation, in the order of print: each list, then heading by heading with its
 * items; the circulation in general last. Other subjects, which comments name themselves, come after them. Unchecked:
 * circulated lists are issued, and so public.
 */
export async function readOutline(circulationId: string): Promise<OutlineEntry[]> {
  const lists = await db.circulatedList.findMany(circulatedLists(circulationId, entryColumns))
  const entry = (
    target: Target,
    about: Partial<OutlineEntry> & Pick<OutlineEntry, 'listId' | 'sessionOrdinal'>,
  ): OutlineEntry => ({
    key: targetKey(target),
    target,
    heading: '',
    number: '',
    importedNumber: null,
    kind: null,
    language: 'en',
    text: '',
    ...about,
  })
  const ofLists = lists.flatMap(({ list: { id: listId, session, headings } }) => {
    const on = { listId, sessionOrdinal: session.ordinal }
    return [
      entry({ kind: 'list', id: listId }, on),
      ...headings.flatMap(({ id, title: heading, items }) => [
        entry({ kind: 'heading', id }, { ...on, heading }),
        ...items.map(({ id: itemId, paragraph, letter, ...item }) =>
          entry(
            { kind: 'item', id: itemId },
            {
              ...on,
              heading,
              ...item,
              number: itemNumber({ paragraph, letter }),
            },
          ),
        ),
      ]),
    ]
  })
  return [...ofLists, entry({ kind: 'circulation' }, { listId: null, sessionOrdinal: null })]
}

/** The entry of a comment as its reader sees it: a subject that it names itself is gone with its words. */
export const entryFor = (entry: OutlineEntry, { isGone }: { isGone: boolean }): OutlineEntry =>
  isGone && entry.target.kind === 'other' ? subjectEntry('') : entry

/** The entry of a subject that a comment names itself. */
export const subjectEntry = (subject: string): OutlineEntry => ({
  key: targetKey({ kind: 'other', subject }),
  target: { kind: 'other', subject },
  listId: null,
  sessionOrdinal: null,
  heading: subject,
  number: '',
  importedNumber: null,
  kind: null,
  language: 'en',
  text: '',
})
