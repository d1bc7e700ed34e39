import 'server-only'
import { randomBytes } from 'node:crypto'
import { databaseTime, systemTransaction, type Tx } from '@/lib/db/client'
import { lockRow } from '@/lib/db/row-locks'
import { orNotFound, Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { sha256 } from '@/lib/record/record'
import { factorMail } from '../accounts/mails'
import { logSecurity } from '../security/log'
import { endOtherSignIns } from '../sign-in/sign-ins'
import { countAttempt, forgiveAttempts, liftLimits, TooManyAttempts } from '../throttle/attempts'
import { requiresFactor } from './requirement'
import { decrypt, encrypt, newSecret, stepOf } from './totp'

const RECOVERY_CODES = 10

/** The holder of the factor, the sign-in, and the network: found by the caller, never typed. */
export type Holder = { personId: string; signInId: string; network: string }

/** Makes the secret of an app that is to be set up. Refuses a person who uses one: it is turned off first. */
export function beginSetup({ personId }: Holder): Promise<void> {
  return systemTransaction(async (tx) => {
    const person = await lockHolder(tx, personId)
    if (person.totpConfirmedAt) throw new Refused('conflict', 'factorActive')
    const data = { totpSecret: encrypt(newSecret()), totpLastStep: null }
    await tx.person.update({ where: { id: personId }, data })
  })
}

/** Throws away the secret of an app that was to be set up. Refuses a person who uses one: it is turned off by a code. */
export function cancelSetup({ personId }: Holder): Promise<void> {
  return systemTransaction(async (tx) => {
    const person = await lockHolder(tx, personId)
    if (person.totpConfirmedAt) throw new Refused('conflict', 'factorActive')
    await clearFactor(tx, personId)
  })
}

/** Turns the app on by its first code; the sign-in is whole then, and the person's other sign-ins end. */
export async function confirmSetup(holder: Holder, code: string): Promise<void> {
  const { personId, signInId, network } = holder
  await countCode(personId, network)
  await systemTransaction(async (tx) => {
    const person = await lockHolder(tx, personId)
    if (person.totpConfirmedAt) throw new Refused('conflict', 'factorActive')
    const now = await databaseTime(tx)
    const step = stepOfPerson(person, code, now)
    if (step === null) throw new Refused('invalid', 'codeWrong', {}, 'code')
    const data = { totpConfirmedAt: now, totpLastStep: step }
    await tx.person.update({ where: { id: personId }, data })
    await tx.signIn.update({ where: { id: signInId }, data: { needsCode: false } })
    await endOtherSignIns(tx, personId, signInId)
    await logSecurity('factor.setUp', { personId, network }, tx)
    await enqueueMail(tx, factorMail('setUp', person))
  })
}

/**
 * Completes a sign-in by a code of the app or a recovery code, each of which is accepted once. Refuses any other with
 * one answer, and too many attempts.
 */
export async function passCode(holder: Holder, code: string): Promise<void> {
  const { personId, signInId, network } = holder
  await countCode(personId, network)
  const way = await systemTransaction(async (tx) => {
    const used = await useCode(tx, await lockHolder(tx, personId), code)
    if (!used) return null
    await tx.signIn.update({ where: { id: signInId }, data: { needsCode: false } })
    await logSecurity('factor.passed', { personId, network, detail: used }, tx)
    return used
  })
  if (way) return forgiveAttempts('code', personId, network)
  await logSecurity('factor.failed', { personId, network })
  throw new Refused('invalid', 'codeWrong', {}, 'code')
}

/** Turns the app off, by a code of it or a recovery code. Refused if the app is required. */
export async function turnOff({ personId, network }: Holder, code: string): Promise<void> {
  await countCode(personId, network)
  await systemTransaction(async (tx) => {
    const person = await lockHolder(tx, personId)
    if (await requiresFactor(tx, personId)) throw new Refused('forbidden', 'factorRequired')
    if (!(await useCode(tx, person, code))) throw new Refused('invalid', 'codeWrong', {}, 'code')
    await clearFactor(tx, personId)
    await logSecurity('factor.turnedOff', { personId, network }, tx)
    await enqueueMail(tx, factorMail('turnedOff', person))
  })
}

/** Makes ten recovery codes, in place of those before, and returns them: they are shown this once. */
export function makeRecoveryCodes({ personId, network }: Holder): Promise<string[]> {
  return systemTransaction(async (tx) => {
    const person = await lockHolder(tx, personId)
    if (!person.totpConfirmedAt) throw new Refused('conflict', 'factorNone')
    const codes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode())
    await tx.recoveryCode.deleteMany({ where: { personId } })
    const data = codes.map((code) => ({ personId, codeHash: hashOf(code) }))
    await tx.recoveryCode.createMany({ data })
    await logSecurity('factor.codesMade', { personId, network }, tx)
    return codes
  })
}

/**
 * Takes the app of a person who lost it, ends their sign-ins, lets them try again at once and tells them, in the
 * transaction of an act that may.
 */
export async function takeFactor(
  tx: Tx,
  person: { id: string; name: string; email: string },
): Promise<void> {
  await clearFactor(tx, person.id)
  await endOtherSignIns(tx, person.id, null)
  await liftLimits(person)
  await enqueueMail(tx, factorMail('reset', person))
}

/** Takes the app and the recovery codes of a person, in the transaction of an act that may. */
async function clearFactor(tx: Tx, personId: string): Promise<void> {
  const data = { totpSecret: null, totpConfirmedAt: null, totpLastStep: null }
  await tx.person.update({ where: { id: personId }, data })
  await tx.recoveryCode.deleteMany({ where: { personId } })
}

/** Counts a code; the security log notes the first refusal after too many. */
async function countCode(personId: string, network: string): Promise<void> {
  try {
    await countAttempt('code', personId, network)
  } catch (error) {
    if (error instanceof TooManyAttempts && error.isFirst)
      await logSecurity('signIn.limited', { personId, network, detail: error.key })
    throw error
  }
}

async function lockHolder(tx: Tx, personId: string) {
  await lockRow(tx, 'Person', personId)
  return orNotFound(await tx.person.findUnique({ where: { id: personId, disabledAt: null } }))
}
type LockedHolder = Awaited<ReturnType<typeof lockHolder>>

/** Uses a code up: one of the app by its time step, a recovery code by its row. Null if it is neither. */
async function useCode(
  tx: Tx,
  person: LockedHolder,
  code: string,
): Promise<'app' | 'recovery' | null> {
  if (!person.totpConfirmedAt) return null
  const now = await databaseTime(tx)
  const step = stepOfPerson(person, code, now)
  if (step !== null) {
    await tx.person.update({ where: { id: person.id }, data: { totpLastStep: step } })
    return 'app'
  }
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId: person.id, codeHash: hashOf(code), usedAt: null },
    data: { usedAt: now },
  })
  if (count === 0) return null
  await enqueueMail(tx, factorMail('recovered', person))
  return 'recovery'
}

/** The time step of a code that is right by the database's clock and later than the last that was accepted. */
function stepOfPerson(
  { totpSecret, totpLastStep }: LockedHolder,
  code: string,
  now: Date,
): number | null {
  const secret = totpSecret && decrypt(totpSecret)
  const step = secret ? stepOf(secret, code, now) : null
  return step !== null && (totpLastStep === null || step > totpLastStep) ? step : null
}

/** Eighty random bits as four groups of four. */
function newRecoveryCode(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz0123456789'
  const signs = Array.from(randomBytes(16), (byte) => letters[byte % 32])
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}

const hashOf = (code: string): string => sha256(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
