import type { Prisma } from '@/lib/db/generated/client'

/** Offices that count in a session: its own, those of every session of its group, and those of the whole installation. */
export const heldIn = (sessionId: string): Prisma.OfficeWhereInput => ({
  OR: [
    { sessionId },
    { sessionId: null, groupId: null },
    { group: { sessions: { some: { id: sessionId } } } },
  ],
})
