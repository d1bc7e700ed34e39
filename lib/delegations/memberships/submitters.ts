import type { Prisma } from '@/lib/db/generated/client'

/** The seats of people who can submit for their delegation now: a person whose account is closed cannot. */
export const submits = {
  maySubmit: true,
  endedAt: null,
  person: { disabledAt: null },
} satisfies Prisma.RepresentativeWhereInput
