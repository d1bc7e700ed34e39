import { type Actor, holds } from '@/lib/delegations/actor'

/** The Chair's powers as they are handed over now, or null while the Chair keeps them. */
export type HandedPowers = { fromPersonId: string; toPersonId: string } | null

/**
 * The presiding officer: the Chair; while the powers are handed over, the Vice-Chair who received them and nobody else
 * (ECOSOC functional commissions, rules 15–20: the same powers and duties).
 */
export const presides = (actor: Actor, sessionId: string, powers: HandedPowers): boolean =>
  powers
    ? actor.personId === powers.toPersonId && holds(actor, sessionId, 'viceChair')
    : holds(actor, sessionId, 'chair')
