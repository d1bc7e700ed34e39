import type { Prisma } from '@/lib/db/generated/client'
import { paths } from '@/lib/paths'

/** A text on behalf of a group: its facts for the record and for letters, and its page. */
export type Subject = { about: Record<string, string | number>; path: string }

/** The columns of an attribution's subject: a replacement under one attribution comes last. */
export const subjectFacts = {
  session: { select: { slug: true } },
  proposals: { select: { number: true } },
  amendments: {
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true, proposal: { select: { number: true } } },
  },
  comments: {
    orderBy: { releasedAt: 'desc' },
    take: 1,
    select: { id: true, proposal: { select: { number: true } } },
  },
  circulationComments: {
    orderBy: { releasedAt: 'desc' },
    take: 1,
    select: { id: true, circulationId: true },
  },
  statements: { select: { agendaItem: { select: { number: true, letter: true } } } },
} satisfies Prisma.GroupAttributionSelect

/** The subject of an attribution, the last that stands under it. */
export function subjectOf({
  session: { slug },
  proposals: [proposal],
  amendments: [amendment],
  comments: [comment],
  circulationComments: [circulated],
  statements: [statement],
}: Prisma.GroupAttributionGetPayload<{ select: typeof subjectFacts }>): Subject {
  if (proposal) {
    const { number } = proposal
    return { about: { kind: 'proposal', number }, path: paths.proposal(slug, number) }
  }
  if (amendment) {
    const { number } = amendment.proposal
    const about = { kind: 'amendment', number, amendment: amendment.number }
    return { about, path: paths.amendment(slug, number, amendment.number) }
  }
  if (comment) {
    const { number } = comment.proposal
    return { about: { kind: 'comment', number }, path: paths.comment(slug, number, comment.id) }
  }
  // Neither the item nor the position: others may read the comment only once it is posted.
  if (circulated) {
    const path = paths.circulationComment(slug, circulated.circulationId, circulated.id)
    return { about: { kind: 'circulated' }, path }
  }
  if (statement) {
    const { agendaItem } = statement
    const item = agendaItem ? `${agendaItem.number}${agendaItem.letter}` : ''
    const path = item ? paths.speakersOn(slug, item) : paths.speakers(slug)
    return { about: { kind: 'statement', item, of: item ? 'item' : 'none' }, path }
  }
  throw new Error('An attribution without a subject.')
}
