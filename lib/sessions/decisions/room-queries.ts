import 'server-only'
import { printDate } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { handedPowers } from '@/lib/delegations/powers/commands'
import type { SignedIn } from '@/lib/delegations/actor'
import { roomRulings, type RoomRuling } from '@/lib/sessions/kinds'
import type { DecisionOnScreen } from './on-screen'
import { canRule, canShowDecision } from './policy'
import { mayFollow, standingAfter } from './status'

/** The decision that the room has before it, or null. Unchecked: the caller must have authorized the actor. */
export async function loadShownDecision(sessionId: string): Promise<DecisionOnScreen | null> {
  const session = await db.session.findUnique({
    where: { id: sessionId },
    select: { decisionOnScreen: { select: { annulledAt: true, ...columns } } },
  })
  const decision = session?.decisionOnScreen
  return decision && !decision.annulledAt ? viewOf(decision) : null
}

/** The number of decisions that the console offers for the screen. */
const LATEST = 8

/** Rulings at the console: the possible ones, the latest decisions, and the one before the room. */
export type RulingsView = {
  onScreen: DecisionOnScreen | null
  latest: DecisionOnScreen[]
  /** Empty unless the reader presides. */
  rulings: RoomRuling[]
  mayShow: boolean
}

/** The same for a console that the actor may see. */
export async function getRulings(actor: SignedIn, session: { id: string }): Promise<RulingsView> {
  const { id: sessionId } = session
  const [onScreen, powers, decisions] = await Promise.all([
    loadShownDecision(sessionId),
    handedPowers(db, sessionId),
    db.sessionDecision.findMany({
      where: { sessionId, annulledAt: null },
      orderBy: { number: 'desc' },
      select: columns,
    }),
  ])
  const { standing } = standingAfter(decisions)
  return {
    onScreen,
    latest: decisions.slice(0, LATEST).map(viewOf),
    rulings: canRule(actor, sessionId, powers).allowed
      ? roomRulings.filter((step) => mayFollow(standing, step))
      : [],
    mayShow: canShowDecision(actor, sessionId, powers).allowed,
  }
}

const columns = {
  id: true,
  number: true,
  step: true,
  decidedBy: true,
  how: true,
  reason: true,
  decidedOn: true,
  meeting: { select: { number: true } },
} satisfies Prisma.SessionDecisionSelect

type Row = Prisma.SessionDecisionGetPayload<{ select: typeof columns }>

const viewOf = ({ reason, decidedOn, meeting, ...decision }: Row): DecisionOnScreen => ({
  id: decision.id,
  number: decision.number,
  step: decision.step,
  decidedBy: decision.decidedBy,
  how: decision.how,
  words: reason,
  date: printDate(decidedOn),
  meeting: meeting?.number ?? null,
})
