import { type Actor, holds, placeIn } from '@/lib/delegations/actor'

/** The Rapporteur owns the consolidated draft and works on it with the Secretariat (domain.md 1.4). */
export const canConsolidate = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'rapporteur', 'secretariat')

/** The Secretariat opens a stock-taking and chooses the issued lists that it covers, until the adoption. */
export const canChooseLists = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')

/** The Chair and the Vice-Chairs; which of them presides now, the powers say (lib/delegations/powers/powers.ts). */
export const canPreside = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'chair', 'viceChair')

/** The console of the plenary: those who preside and those who keep the text. */
export const canRunScreen = (actor: Actor, sessionId: string): boolean =>
  canConsolidate(actor, sessionId) || canPreside(actor, sessionId)

/** Member States alone object, through somebody who may submit (domain.md 1.4). */
export const canObject = (actor: Actor, sessionId: string): boolean => {
  const place = placeIn(actor, sessionId)
  return place?.entityKind === 'memberState' && place.maySubmit
}

/** Who may object may also speak for a wording; it counts for nothing. */
export const canSupport = canObject

/**
 * Whoever may submit for a delegation states its disagreement; the command asks whether the item is
 * the delegation's.
 */
export const canDisagree = (actor: Actor, sessionId: string): boolean =>
  placeIn(actor, sessionId)?.maySubmit === true

/** What became of a delegation's own is for its people alone. */
export const canReadOurs = (actor: Actor, sessionId: string): boolean =>
  placeIn(actor, sessionId) !== undefined

/** The desk is read by all who work at it or preside; delegations read the list. */
export const canReadDesk = (actor: Actor, sessionId: string): boolean =>
  canConsolidate(actor, sessionId) || canPreside(actor, sessionId)

/** Everybody who takes part in the session reads what was consolidated so far. */
export const canReadConsolidated = (actor: Actor, sessionId: string): boolean =>
  canReadDesk(actor, sessionId) ||
  holds(actor, sessionId, 'bureau') ||
  placeIn(actor, sessionId) !== undefined

/** Agreed paragraphs are posted by who presides now (lib/delegations/powers/powers.ts says who), or by the Secretariat. */
export const canTakeSnapshot = (actor: Actor, sessionId: string): boolean =>
  canPreside(actor, sessionId) || holds(actor, sessionId, 'secretariat')

/** After adoption the Secretariat corrects by corrigendum, and nobody else changes anything (domain.md 1.3). */
export const canCorrect = (actor: Actor, sessionId: string): boolean =>
  holds(actor, sessionId, 'secretariat')
