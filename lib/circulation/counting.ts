import type { Prisma } from '@/lib/db/generated/client'

/** The comments that count: they were not replaced, withdrawn or retracted. */
export const counting = {
  replacedById: null,
  withdrawnAt: null,
  retractedAt: null,
} satisfies Prisma.CirculationCommentWhereInput

/** Whether a comment counts, by the same rule. */
export const counts = ({
  replacedById,
  withdrawnAt,
  retractedAt,
}: {
  replacedById: string | null
  withdrawnAt: Date | null
  retractedAt: Date | null
}): boolean => replacedById === null && withdrawnAt === null && retractedAt === null
