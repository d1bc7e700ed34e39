import { ALLOWED, allOf, allowedIf, type Decision, refusal } from '@/lib/decision'
import { type Actor, holds } from '@/lib/delegations/actor'
import { type HandedPowers, presides } from '@/lib/delegations/powers/powers'
import { type AgendaItemState, mayTake } from '@/lib/sessions/agenda/item-state'
import type { AgendaStepKind } from '@/lib/sessions/kinds'

/** The Secretariat plans meetings and notes their items. */
export const canKeepMeetings = (actor: Actor, sessionId: string): Decision =>
  allowedIf(holds(actor, sessionId, 'secretariat'), 'secretariatOnly')

/** The presiding officer suspends and resumes a meeting; the Secretariat notes it. */
export const canSuspendMeeting = (
  actor: Actor,
  sessionId: string,
  powers: HandedPowers,
): Decision =>
  allowedIf(
    holds(actor, sessionId, 'secretariat') || presides(actor, sessionId, powers),
    'presidingOrSecretariat',
  )

/** The presiding officer or the Secretariat opens and concludes an item; the presiding officer alone reopens it. */
export const canTakeAgendaStep = (
  actor: Actor,
  item: { sessionId: string; state: AgendaItemState },
  step: AgendaStepKind,
  powers: HandedPowers,
): Decision =>
  allOf(
    step === 'reopened'
      ? allowedIf(presides(actor, item.sessionId, powers), 'onlyPresiding')
      : canSuspendMeeting(actor, item.sessionId, powers),
    mayTake(item.state, step)
      ? ALLOWED
      : refusal('conflict', 'agendaStepNotNow', { state: item.state }),
  )
