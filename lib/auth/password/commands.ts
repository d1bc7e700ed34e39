import 'server-only'
import { db, systemTransaction } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import type { SignedIn } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { passwordChangedMail } from '../accounts/mails'
import { guessable } from './guessable'
import { hashPassword, isPassword } from './hash'
import type { ChangePassword, SignInWithPassword } from '../schema'
import { logSecurity } from '../security/log'
import { beginSignIn, endOtherSignIns } from '../sign-in/sign-ins'
import type { Device } from '../throttle/device'
import { countAttempt, forgiveAttempts, slowDown } from '../throttle/attempts'

/** The source of an attempt. */
type Attempt = { network: string; device?: Device | null }

/**
 * Begins a sign-in for a person who knows the password, and returns its id. Refuses with one answer, in the same time,
 * a wrong password, an unknown address, a closed account and one without a password; and too many attempts, of known
 * and unknown people. A browser that signed in to the account before has a separate count.
 */
export async function signInWithPassword(
  { email, password }: SignInWithPassword,
  { network, device = null }: Attempt,
): Promise<string> {
  const person = await db.person.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, passwordHash: true },
  })
  const isKnown = device !== null && person !== null && device.people.includes(person.id)
  const count: Parameters<typeof forgiveAttempts> = isKnown
    ? ['passwordOnDevice', email, device.id]
    : ['password', email, network]
  if (!isKnown) await slowDown(network)
  await countAttempt(...count)
  const right = await isPassword(password, person?.passwordHash ?? null)
  if (!person || !right) throw new Refused('invalid', 'signInFailed', {}, 'password')
  await forgiveAttempts(...count)
  return systemTransaction((tx) => beginSignIn(tx, person.id))
}

/**
 * Gives the actor a new password and ends their other sign-ins; a mail says so. The present password
 * is asked for, unless there is none or the sign-in is less than ten minutes old: that is how a
 * forgotten password is replaced, by a link to the person's own address.
 */
export async function changePassword(
  actor: SignedIn,
  input: ChangePassword,
  signInId: string | null,
): Promise<void> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { email: true, passwordHash: true },
  })
  if (person.passwordHash && !(await hasJustSignedIn(signInId))) {
    await countAttempt('currentPassword', actor.personId)
    if (!(await isPassword(input.current, person.passwordHash)))
      throw new Refused('invalid', 'passwordWrong', {}, 'current')
    await forgiveAttempts('currentPassword', actor.personId)
  }
  const groups = await db.expertGroup.findMany({ select: { shortName: true, seat: true } })
  const group = groups.flatMap(({ shortName, seat }) => [shortName, seat])
  const problem = guessable(input.password, { email: person.email, name: actor.name, group })
  if (problem) throw new Refused('invalid', problem, {}, 'password')
  const passwordHash = await hashPassword(input.password)
  await transaction(actor, async (tx) => {
    await tx.person.update({ where: { id: actor.personId }, data: { passwordHash } })
    await endOtherSignIns(tx, actor.personId, signInId)
    await logSecurity('account.passwordChanged', { personId: actor.personId }, tx)
    await enqueueMail(tx, passwordChangedMail(person.email, actor.name))
  })
}

/** Whether a sign-in began within the last ten minutes, by the database's clock. */
export async function hasJustSignedIn(signInId: string | null): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "SignIn" WHERE id = ${signInId}::uuid AND "createdAt" > now() - interval '10 minutes'`
  return rows.length === 1
}
