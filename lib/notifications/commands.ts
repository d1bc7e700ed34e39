import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterKinds } from '@/lib/delegations/letters/timing'
import { transaction } from '@/lib/delegations/transaction'
import type { ChooseLetters } from './schema'

/** Stores the actor's choice of times for letters. The choice is private: no record holds it. */
export function chooseLetters(actor: SignedIn, input: ChooseLetters): Promise<void> {
  return transaction(actor, async (tx) => {
    const { personId } = actor
    await tx.letterChoice.deleteMany({ where: { personId } })
    await tx.letterChoice.createMany({
      data: letterKinds.map((kind) => ({ personId, kind, timing: input[kind] })),
    })
  })
}
