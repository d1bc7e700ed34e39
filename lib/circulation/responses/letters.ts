import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import { z } from 'zod'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { announce, deskTopic } from '@/lib/live/announce'
import { enqueueHourly } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { LockedComment } from './load'

/** The number of comments in a waiting letter, as the mail stores it. */
const Answered = z.object({ comments: z.int().positive() })
type Answered = z.output<typeof Answered>

/** Parses the stored `Mail.about`; refuses another shape. */
export const readAnswered = (about: unknown): Answered => Answered.parse(about)

/**
 * Tells the commenters that their comments were answered, with the link to the answers and without words of either:
 * once an hour at most, in one letter. The caller has locked the delegations.
 */
export async function tellAnswered(tx: Tx, comments: readonly LockedComment[]): Promise<void> {
  const [first] = comments
  if (!first) return
  const { short, slug } = await letterSession(tx, first.sessionId)
  const people = await tx.representative.findMany({
    where: {
      delegationId: { in: comments.map(({ delegationId }) => delegationId) },
      ...submits,
    },
    select: {
      delegationId: true,
      delegation: { select: { name: true } },
      person: { select: { id: true, email: true, name: true } },
    },
    orderBy: { id: 'asc' },
  })
  const t = letters()
  for (const { delegationId, delegation, person } of people) {
    const ownComments = comments.filter((comment) => comment.delegationId === delegationId)
    const topic = `answered ${first.circulationId} ${delegationId}`
    await enqueueHourly<Answered>(
      tx,
      { recipient: person.email, topic, read: readAnswered },
      async (waiting) => {
        const about = { comments: ownComments.length + (waiting?.comments ?? 0) }
        const values = {
          session: short,
          name: person.name,
          delegation: delegation.name,
          count: about.comments,
          address: addressOf(`${paths.ours(slug)}#circulated`),
        }
        return {
          subject: t('commentsAnswered.subject', values),
          text: t('commentsAnswered.text', values),
          about,
        }
      },
    )
  }
  await announce(tx, ...people.map(({ person }) => deskTopic(person.id)))
}
