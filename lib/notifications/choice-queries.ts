import 'server-only'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterKinds, timingOf } from '@/lib/delegations/letters/timing'
import type { ChooseLetters } from './schema'

/** The actor's choice of times for letters: their own, else the default. */
export async function getLetterChoices(actor: SignedIn): Promise<ChooseLetters> {
  const rows = await db.letterChoice.findMany({ where: { personId: actor.personId } })
  const chosen = Object.fromEntries(rows.map(({ kind, timing }) => [kind, timing]))
  return Object.fromEntries(
    letterKinds.map((kind) => [kind, timingOf(kind, chosen)]),
  ) as ChooseLetters
}
