import { type Actor, holds } from '@/lib/delegations/actor'

/** The Chair's powers as they are handed over now, or null while the Chair keeps them. */
export type HandedPowers = { fromPersonId: string; toPersonId: string } | null

/** The `where` of a handover that is in force; the rows of imported sessions name no account. */
export const inForce = { endedAt: null, toPersonId: { not: null } } as const

/** The columns that `handedOf` reads. */
export const handedColumns = { fromPersonId: true, toPersonId: true } as const

/** The powers of a handover in force, or null for none. */
export const handedOf = (
  row: { fromPersonId: string | null; toPersonId: string | null } | null | undefined,
): HandedPowers => (row ? { fromPersonId: row.fromPersonId!, toPersonId: row.toPersonId! } : null)

/**
 * The presiding officer: the Chair; while the powers are handed over, the Vice-Chair who received them and nobody else
 * (ECOSOC functional commissions, rules 15–20: the same powers and duties).
 */
export const presides = (actor: Actor, sessionId: string, powers: HandedPowers): boolean =>
  powers
    ? actor.personId === powers.toPersonId && holds(actor, sessionId, 'viceChair')
    : holds(actor, sessionId, 'chair')
