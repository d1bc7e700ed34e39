import type { Prisma } from '@/lib/db/generated/client'

/** The comments that were public at some time from the posting on: a comment that was replaced or withdrawn before never was. */
export const postedSince = (from: Date): Prisma.CirculationCommentWhereInput => ({
  AND: [
    { OR: [{ withdrawnAt: null }, { withdrawnAt: { gte: from } }] },
    { OR: [{ replacedById: null }, { replacedBy: { is: { releasedAt: { gte: from } } } }] },
  ],
})
