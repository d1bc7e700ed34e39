import type { Prisma } from '@/lib/db/generated/client'

/**
 * The one query for the lists that a circulation sends out, in the order of print: each with its headings and their
 * items. `item` names the columns of items that the caller needs. Unchecked: circulated lists are issued, and so public.
 */
export const circulatedLists = <Item extends Prisma.ItemSelect>(
  circulationId: string,
  item: Item,
) =>
  ({
    where: { circulationId },
    orderBy: { position: 'asc' },
    select: {
      list: {
        select: {
          id: true,
          symbol: true,
          printedOn: true,
          session: {
            select: {
              slug: true,
              ordinal: true,
              startsOn: true,
              group: { select: { eventWord: true } },
            },
          },
          headings: {
            orderBy: { position: 'asc' },
            select: {
              id: true,
              title: true,
              items: { orderBy: { position: 'asc' }, select: item },
            },
          },
        },
      },
    },
  }) satisfies Prisma.CirculatedListFindManyArgs
