import 'server-only'
import { counting } from '@/lib/circulation/counting'
import { owedResponse } from '@/lib/circulation/compilation/visible'
import { clockTime, db, type Tx } from '@/lib/db/client'
import { lockRows } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { LONGEST_REQUEST } from '@/lib/delegations/arrival'
import { requireAllowed } from '@/lib/decision'
import { assertFound } from '@/lib/errors'
import {
  type AnswersDue,
  canAdoptReceiving,
  canAdoptUnanswered,
  canReadConsolidated,
} from '@/lib/consolidation/policy'

/** The most unanswered comments to name. */
const NAMED = 3

/** The number of comments on the circulated lists of a session that count, and those that wait for a response. */
export type Answers = AnswersDue & {
  comments: number
  /** The first that wait, with the link to each. */
  open: { id: string; circulationId: string; name: string }[]
  /** The circulation that receives comments the longest; null if none does any more. */
  receiving: { id: string; title: string; until: Date } | null
}

/** The same for those who take part in the session. */
export function getAnswers(actor: SignedIn, session: { id: string }): Promise<Answers> {
  assertFound(canReadConsolidated(actor, session.id))
  return readAnswers(db, session.id)
}

/**
 * Refuses an adoption while a circulation of the session receives comments, and, naming the first, while comments that
 * came in time have no response. Locks the circulations, which each release holds: a comment is released before the
 * adoption or refused after it.
 */
export async function requireAnswers(tx: Tx, { sessionId }: { sessionId: string }): Promise<void> {
  const circulations = await tx.circulation.findMany({ where: { sessionId }, select: { id: true } })
  await lockRows(
    tx,
    'Circulation',
    circulations.map(({ id }) => id),
  )
  const answers = await readAnswers(tx, sessionId)
  requireAllowed(canAdoptReceiving(answers.receiving))
  requireAllowed(canAdoptUnanswered(answers))
}

async function readAnswers(tx: Tx, sessionId: string): Promise<Answers> {
  const now = await clockTime(tx)
  const [{ group }, comments, owed, first, receiving] = await Promise.all([
    tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { group: { select: { responsesRequired: true } } },
    }),
    tx.circulationComment.count({ where: { sessionId, ...counting } }),
    tx.circulationComment.count({ where: { sessionId, ...owedResponse } }),
    tx.circulationComment.findMany({
      where: { sessionId, ...owedResponse },
      orderBy: [
        { delegation: { entity: { kind: 'asc' } } },
        { delegation: { sortKey: 'asc' } },
        { releasedAt: 'asc' },
        { id: 'asc' },
      ],
      take: NAMED,
      select: { id: true, circulationId: true, delegation: { select: { name: true } } },
    }),
    tx.circulation.findFirst({
      where: {
        sessionId,
        openedAt: { not: null },
        openUntil: { gt: new Date(now.getTime() - LONGEST_REQUEST) },
      },
      orderBy: { openUntil: 'desc' },
      select: { id: true, title: true, openUntil: true },
    }),
  ])
  const open = first.map(({ delegation, ...comment }) => ({ ...comment, name: delegation.name }))
  return {
    required: group.responsesRequired,
    comments,
    owed,
    names: open.map(({ name }) => name),
    open,
    receiving: receiving && {
      id: receiving.id,
      title: receiving.title,
      until: receiving.openUntil,
    },
  }
}
