import 'server-only'
import { cache } from 'react'
import { db } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import { targetKey } from './outline'
import type { CompiledCirculation, OutlineEntry } from '@/lib/circulation/compilation/views'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'

const facts = {
  id: true,
  listId: true,
  headingId: true,
  paragraph: true,
  letter: true,
  importedNumber: true,
  kind: true,
  language: true,
  text: true,
  heading: { select: { title: true } },
  list: { select: { session: { select: { ordinal: true } } } },
} as const

/** An item that the circulation sends out, and its neighbours under the same heading. Cached per request. */
export const getCompiledItem = cache(
  async (
    { id: circulationId }: CompiledCirculation,
    id: string,
  ): Promise<{ entry: OutlineEntry; before: string | null; after: string | null }> => {
    const { heading, list, paragraph, letter, headingId, ...item } = orNotFound(
      await db.item.findFirst({
        where: { id, list: { circulatedIn: { some: { circulationId } } } },
        select: facts,
      }),
    )
    const siblings = await db.item.findMany({
      where: { headingId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const at = siblings.findIndex((sibling) => sibling.id === id)
    const target = { kind: 'item' as const, id }
    return {
      entry: {
        key: targetKey(target),
        target,
        listId: item.listId,
        sessionOrdinal: list.session.ordinal,
        heading: heading.title,
        number: itemNumber({ paragraph, letter }),
        importedNumber: item.importedNumber,
        kind: item.kind,
        language: item.language,
        text: item.text,
      },
      before: siblings[at - 1]?.id ?? null,
      after: siblings[at + 1]?.id ?? null,
    }
  },
)
