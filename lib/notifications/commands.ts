import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterKinds } from '@/lib/delegations/letters/timing'
import { transaction } from '@/lib/delegations/transaction'
import type { ChooseLetters } from './schema'

/** Keeps when the actor gets which letters. A choice of one's own: it is in no record. */
export function chooseLetters(actor: SignedIn, input: ChooseLetters): Promise<void> {
  return transaction(actor, async (tx) => {
    const { personId } = actor
    await tx.letterChoice.deleteMany({ where: { personId } })
    await tx.letterChoice.createMany({
      data: letterKinds.map((kind) => ({ personId, kind, timing: input[kind] })),
    })
  })
}
