import type { Prisma } from '@/lib/db/generated/client'
import type { CompilationFilter } from './filter'
import type { CompiledCirculation } from './views'
import { counting } from '@/lib/circulation/counting'
import { postedSince } from '@/lib/circulation/posting/public-where'

/**
 * The comments of a circulation that its reader sees: an officer all, a delegation its own and, once they are posted,
 * those of the others without comments that were replaced or withdrawn before.
 */
export function visibleComments({
  id: circulationId,
  postedFrom: from,
  seesAll,
  delegationId,
}: CompiledCirculation): Prisma.CirculationCommentWhereInput {
  if (seesAll) return { circulationId }
  const ownComments = { delegationId: delegationId ?? { in: [] } }
  if (!from) return { circulationId, ...ownComments }
  return { circulationId, OR: [ownComments, postedSince(from)] }
}

/** Waiting comments that came in time: the duty to answer covers them. */
export const owedResponse = {
  ...counting,
  late: false,
  response: { is: null },
} satisfies Prisma.CirculationCommentWhereInput

/** The comments that a filter keeps. */
export const narrowedBy = ({
  list,
  item,
  entity,
  target,
  category,
  position,
  answer,
  received,
}: CompilationFilter): Prisma.CirculationCommentWhereInput => ({
  AND: [
    list
      ? { OR: [{ listId: list }, { item: { listId: list } }, { heading: { listId: list } }] }
      : {},
    answer === 'unanswered' ? { ...counting, response: { is: null } } : {},
    answer === 'answered' ? { response: { isNot: null } } : {},
    answer === 'maintained' ? { response: { is: { reply: 'maintains' } } } : {},
  ],
  ...(item && { itemId: item }),
  ...(entity && { delegationId: entity }),
  ...(target && { target }),
  ...(category && { category }),
  ...(position && { position }),
  ...(received && { late: received === 'late' }),
})
