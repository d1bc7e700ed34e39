import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { documentFromText } from '@/lib/text/document/document'
import { issueList } from './fill-list'
import { fillSession, type Plan } from './fill-session'
import { insert } from './insert'
import { generated } from './texts'

/** The number of comments of an item. */
export const PER_ITEM = 200

/** A circulation of the benchmark, and one of its items. */
export type FilledCirculation = { slug: string; id: string; itemId: string; comments: number }

const DAY = 86_400_000
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * A stock-taking session with a circulation of one list, each item with two hundred comments, every fourth with a
 * proposed wording, every third answered. All are posted.
 */
export async function fillCirculation(
  client: pg.Client,
  plan: Plan,
  slug: string,
): Promise<FilledCirculation> {
  await fillSession(client, plan)
  await issueList(client, plan.row.slug)
  const { rows: items } = await client.query<{ id: string; text: string; listId: string }>(
    `select i.id, i.text, i."listId" from "Item" i join "PreliminaryList" l on l.id = i."listId"
     join "Session" s on s.id = l."sessionId" where s.slug = $1 order by i.paragraph, i.position`,
    [plan.row.slug],
  )
  const sessionId = randomUUID()
  const row = { ...plan.row, id: sessionId, slug, ordinal: plan.row.ordinal + 50 }
  await fillSession(client, { ...plan, row, texts: [], comments: 0 })
  await client.query(`update "Session" set kind = 'stockTaking' where id = $1`, [sessionId])
  const { rows: delegations } = await client.query<{ id: string }>(
    'select id from "Delegation" where "sessionId" = $1 order by "sortKey"',
    [sessionId],
  )
  const id = randomUUID()
  const openedAt = new Date(Date.now() - 20 * DAY)
  await insert(client, 'Circulation', [
    {
      id,
      sessionId,
      title: 'The accumulated lists',
      postingRule: 'atRelease',
      openUntil: new Date(Date.now() + DAY),
    },
  ])
  await insert(client, 'CirculatedList', [
    { circulationId: id, listId: items[0]!.listId, position: 1 },
  ])
  // The circulated lists are fixed once a circulation is open.
  await client.query('update "Circulation" set "openedAt" = $2 where id = $1', [id, openedAt])
  const comments = items.flatMap((item, at) =>
    Array.from({ length: PER_ITEM }, (_, which) => {
      const text = generated(at * PER_ITEM + which, 30)
      const wordingText = which % 4 === 0 ? `${item.text} ${generated(which, 6)}` : null
      return {
        id: randomUUID(),
        circulationId: id,
        sessionId,
        delegationId: delegations[which % delegations.length]!.id,
        target: 'item',
        itemId: item.id,
        category: commentCategories[which % commentCategories.length],
        // One position of a delegation on an item counts.
        position:
          which < delegations.length ? commentPositions[which % commentPositions.length] : 'none',
        text,
        wording: wordingText === null ? null : documentFromText(wordingText),
        wordingText,
        textHash: sha256(text),
        receivedAt: new Date(openedAt.getTime() + DAY),
        releasedAt: new Date(openedAt.getTime() + DAY + which * 1000),
      }
    }),
  )
  await insert(client, 'CirculationComment', comments)
  const answered = comments.filter((_, at) => at % 3 === 0)
  await insert(
    client,
    'Response',
    answered.map((comment) => ({
      commentId: comment.id,
      text: comment.text.slice(0, 120),
      outcome: 'takenUpInPart',
    })),
  )
  return { slug, id, itemId: items[0]!.id, comments: comments.length }
}
