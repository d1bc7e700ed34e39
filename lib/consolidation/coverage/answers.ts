import 'server-only'
import { counting, owedResponse } from '@/lib/circulation/compilation/visible'
import { db, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { requireAllowed } from '@/lib/decision'
import { Refused } from '@/lib/errors'
import {
  type AnswersDue,
  canAdoptUnanswered,
  canReadConsolidated,
} from '@/lib/consolidation/policy'

/** So many comments without a response are named. */
const NAMED = 3

/** How many comments on the circulated lists of a session count, and which of them wait for a response. */
export type Answers = AnswersDue & {
  comments: number
  /** The first that wait, with the way to each. */
  open: { id: string; circulationId: string; name: string }[]
}

/** The same for those who take part in the session. */
export function getAnswers(actor: SignedIn, session: { id: string }): Promise<Answers> {
  if (!canReadConsolidated(actor, session.id)) throw new Refused('not-found', 'notFound')
  return readAnswers(db, session.id)
}

/** Refuses an adoption, naming the first, while comments that came in time have no response. */
export async function requireAnswers(tx: Tx, { sessionId }: { sessionId: string }): Promise<void> {
  requireAllowed(canAdoptUnanswered(await readAnswers(tx, sessionId)))
}

async function readAnswers(
  tx: Pick<Tx, 'circulationComment' | 'session'>,
  sessionId: string,
): Promise<Answers> {
  const [{ group }, comments, owed, first] = await Promise.all([
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
  ])
  const open = first.map(({ delegation, ...comment }) => ({ ...comment, name: delegation.name }))
  return {
    required: group.responsesRequired,
    comments,
    owed,
    names: open.map(({ name }) => name),
    open,
  }
}
