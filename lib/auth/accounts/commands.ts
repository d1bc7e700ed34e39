import 'server-only'
import { databaseTime, isUniqueViolation, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { enqueueMail, readdressMail } from '@/lib/mail/enqueue'
import type { RecordedEvent } from '@/lib/record/events'
import { record } from '@/lib/record/record'
import type { SecurityEvent } from '../security/events'
import { logSecurity } from '../security/log'
import { endOtherSignIns } from '../sign-in/sign-ins'
import { liftLimits } from '../throttle/attempts'
import { takeFactor } from '../second-factor/commands'
import { accountMail } from './mails'
import { canCloseAccount, canManageAccounts, canResetFactor } from './policy'
import type { ChangeAddress, CorrectName, OneAccount } from './schema'

/**
 * Closes an account: the person is out at their next request, and no way of signing in lets them in. Their acts keep
 * their name; their seats stay. A mail tells them. Refuses the actor's own account and a closed one.
 */
export function closeAccount(actor: SignedIn, input: OneAccount): Promise<string> {
  authorize(canCloseAccount(actor, input), 'notOwnAccount')
  return act(actor, input, 'account.closed', async (tx, person) => {
    if (person.disabledAt) throw new Refused('conflict', 'accountClosed')
    const disabledAt = await databaseTime(tx)
    await tx.person.update({ where: { id: person.id }, data: { disabledAt } })
    await endOtherSignIns(tx, person.id, null)
    await enqueueMail(tx, accountMail('closed', person))
  })
}

/** Opens a closed account again, with the password it had. A mail tells the person. */
export function reopenAccount(actor: SignedIn, input: OneAccount): Promise<string> {
  return act(actor, input, 'account.reopened', async (tx, person) => {
    if (!person.disabledAt) throw new Refused('conflict', 'accountOpen')
    await tx.person.update({ where: { id: person.id }, data: { disabledAt: null } })
    await enqueueMail(tx, accountMail('reopened', person))
  })
}

/** Ends all sign-ins of a person; they can sign in again. A mail tells them. */
export function endSignIns(actor: SignedIn, input: OneAccount): Promise<string> {
  return act(actor, input, 'account.signInsEnded', async (tx, person) => {
    await endOtherSignIns(tx, person.id, null)
    await enqueueMail(tx, accountMail('signInsEnded', person))
  })
}

/**
 * Gives a person another e-mail address, which is their name at sign-in, and ends their sign-ins: links to the old
 * address are worth nothing, and letters that did not leave go to the new one. Both addresses are told. Refuses an
 * address that is another person's.
 */
export async function changeAddress(actor: SignedIn, input: ChangeAddress): Promise<string> {
  const { email } = input
  try {
    return await act(actor, input, 'account.addressChanged', async (tx, person) => {
      if (person.email === email) throw new Refused('invalid', 'addressSame', {}, 'email')
      await tx.person.update({ where: { id: person.id }, data: { email } })
      await readdressMail(tx, person.email, email)
      await endOtherSignIns(tx, person.id, null)
      await enqueueMail(tx, accountMail('addressChanged', person))
      await enqueueMail(tx, accountMail('addressChanged', { ...person, email }))
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('invalid', 'addressTaken', {}, 'email')
    throw error
  }
}

/**
 * Corrects the name of a person or the form of address, wherever they are shown from now on; what was issued and
 * recorded keeps the earlier one. A mail tells the person. Refuses if somebody else changed the name since it was read.
 */
export async function correctName(actor: SignedIn, input: CorrectName): Promise<string> {
  const { name, honorific } = input
  await act(actor, input, 'account.nameCorrected', async (tx, person) => {
    if (person.name !== input.wasName || person.honorific !== input.wasHonorific)
      throw new Refused('conflict', 'nameChanged')
    if (person.name === name && person.honorific === honorific)
      throw new Refused('invalid', 'nameSame', {}, 'name')
    await tx.person.update({ where: { id: person.id }, data: { name, honorific } })
    await enqueueMail(tx, accountMail('nameCorrected', { ...person, name }, honorific))
    return { now: `${honorific} ${name}`.trim() }
  })
  return name
}

/** Lets a person try again at once who gave too many wrong passwords or codes, from every network and browser. */
export function liftAccountLimits(actor: SignedIn, input: OneAccount): Promise<string> {
  return act(actor, input, 'account.limitsLifted', async (_tx, person) => {
    await liftLimits(person)
  })
}

/**
 * Takes the authenticator app and the recovery codes of a person who lost both, and ends their sign-ins. They sign in
 * by password or link alone then, or set up a new app if it is required. A mail tells them. Refuses the actor's own app,
 * which takes a code to turn off.
 */
export function resetFactor(actor: SignedIn, input: OneAccount): Promise<string> {
  authorize(canResetFactor(actor, input), 'notOwnFactor')
  return act(actor, input, 'account.factorReset', takeFactor)
}

type LockedPerson = {
  id: string
  name: string
  honorific: string
  email: string
  disabledAt: Date | null
}

/**
 * One act of the Secretariat on one account: locked, done, recorded with what `change` answers, and noted in the security
 * log. Returns the person's name.
 */
function act(
  actor: SignedIn,
  { personId }: OneAccount,
  event: RecordedEvent & SecurityEvent,
  change: (tx: Tx, person: LockedPerson) => Promise<Record<string, string> | void>,
): Promise<string> {
  authorize(canManageAccounts(actor), 'secretariatOnly')
  return transaction(actor, async (tx) => {
    await lockRow(tx, 'Person', personId)
    const select = { id: true, name: true, honorific: true, email: true, disabledAt: true }
    const person = orNotFound(await tx.person.findUnique({ where: { id: personId }, select }))
    const changed = await change(tx, person)
    const data = { name: person.name, ...changed }
    await record(tx, actor, event, { sessionId: null, subjectId: person.id, data })
    await logSecurity(event, { personId: person.id, byPersonId: actor.personId }, tx)
    return person.name
  })
}
