import { Prisma } from '@/lib/db/generated/client'

/**
 * The number of an item, which is the same everywhere: its paragraph, one for each heading that has items,
 * and its letter, (a) to (z), (aa) …, as the adoption gives them. For a statement over the items of one list
 * that are not deleted, with `h` for their heading and `i` for the item; place is their order, from 1.
 */
export const NUMBER_COLUMNS = Prisma.sql`
  dense_rank() OVER (ORDER BY h.position, h.id)::int AS paragraph,
  repeat(
    chr(97 + ((row_number() OVER (PARTITION BY h.id ORDER BY i.position, i.id) - 1) % 26)::int),
    ((row_number() OVER (PARTITION BY h.id ORDER BY i.position, i.id) - 1) / 26 + 1)::int) AS letter,
  row_number() OVER (ORDER BY h.position, h.id, i.position, i.id)::int AS place`
