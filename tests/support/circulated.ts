import { randomUUID } from 'node:crypto'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import type { CommentPosition } from '@/lib/comments/kinds'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'

type Given = Partial<Omit<Prisma.CirculationCommentUncheckedCreateInput, 'wording'>> & {
  wording?: string
}
type Delegation = { id: string }

/** A circulation of issued lists in a stock-taking session, opened, by plain inserts; comments fall into it by the same. */
export async function circulated(
  sessionId: string,
  listIds: readonly string[],
  about: Partial<Prisma.CirculationUncheckedCreateInput> = {},
) {
  const openedAt = new Date(Date.now() - 20 * 86_400_000)
  const { id } = await db.circulation.create({
    data: {
      sessionId,
      title: 'Comments on the accumulated lists',
      letter: 'Please comment.',
      openUntil: new Date(Date.now() + 86_400_000),
      postingRule: 'atRelease',
      ...about,
    },
  })
  await db.circulatedList.createMany({
    data: listIds.map((listId, index) => ({
      circulationId: id,
      listId,
      position: index + 1,
    })),
  })
  const circulation = await db.circulation.update({
    where: { id },
    data: { openedAt, ...about },
  })
  /** A released comment of a delegation: on an item if one is named, else on the circulation in general. */
  const comments = async (
    { id: delegationId }: Delegation,
    { wording, ...given }: Given = {},
  ): Promise<string> => {
    const id = given.id ?? randomUUID()
    const text = given.text ?? 'We can go along with this.'
    await db.circulationComment.create({
      data: {
        circulationId: circulation.id,
        sessionId,
        delegationId,
        target: given.itemId ? 'item' : 'circulation',
        category: 'general',
        position: 'none' satisfies CommentPosition,
        receivedAt: new Date(openedAt.getTime() + 86_400_000),
        textHash: sha256(`${text}\n${wording ?? ''}`),
        ...(wording !== undefined && {
          wording: documentFromText(wording),
          wordingText: wording,
        }),
        ...given,
        id,
        text,
      },
    })
    return id
  }
  return { ...circulation, comments }
}

/** The response to a comment, or null. */
export const responseTo = (commentId: string) => db.response.findUnique({ where: { commentId } })

/** Releases a response to a comment that says "taken up" and no more. */
export const answersTakenUp = (rapporteur: SignedIn, commentId: string): Promise<void> =>
  releaseResponse(rapporteur, { commentId, text: '', outcome: 'takenUp', version: 1, also: [] })
