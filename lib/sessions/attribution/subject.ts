import type { Prisma } from '@/lib/db/generated/client'
import { paths } from '@/lib/paths'

/** What was submitted on behalf of a group: the facts of the record and of letters, and where it is read. */
export type Subject = { about: Record<string, string | number>; path: string }

/** What of an attribution its subject needs: what took the place of another under one attribution comes last. */
export const subjectFacts = {
  session: { select: { slug: true } },
  proposals: { select: { number: true } },
} satisfies Prisma.GroupAttributionSelect

/** The subject of an attribution, the last that stands under it. */
export function subjectOf({
  session: { slug },
  proposals: [proposal],
}: Prisma.GroupAttributionGetPayload<{ select: typeof subjectFacts }>): Subject {
  if (proposal) {
    const { number } = proposal
    return { about: { kind: 'proposal', number }, path: paths.proposal(slug, number) }
  }
  throw new Error('An attribution without a subject.')
}
