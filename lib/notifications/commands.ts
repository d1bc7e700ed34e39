import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterKinds } from '@/lib/delegations/letters/timing'
import { transaction } from '@/lib/delegations/transaction'
import { databaseTime } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import { orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { mailIsSent } from './mail-queries'
import { mailState } from './mail-state'
import { canSendMailAgain } from './policy'
import type { ChooseLetters, OneMail } from './schema'

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

/** Lets a mail that was given up be sent again, with all its attempts. */
export function sendMailAgain(actor: SignedIn, { mailId }: OneMail): Promise<void> {
  return transaction(actor, async (tx) => {
    const mail = orNotFound(await tx.mail.findUnique({ where: { id: mailId } }))
    const now = await databaseTime(tx)
    requireAllowed(canSendMailAgain(actor, { state: mailState(mail, mailIsSent(), now) }))
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, sentAt: null, attempts: mail.attempts },
      data: { attempts: 0, lastError: null, nextAttemptAt: now },
    })
    if (count === 0) throw new Refused('conflict', 'mailNotGivenUp')
    await record(tx, actor, 'mail.sentAgain', { sessionId: null, subjectId: mailId })
  })
}
