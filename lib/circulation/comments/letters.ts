import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { shortName } from '@/lib/delegations/letters/memberships'
import { listSecretariat, write, writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { LoadedCirculation } from './load'
import type { Release } from './release'

type Own = { delegationId: string }

/** The receipt of a release, to all persons with the right to submit. It quotes no comment. */
export function tellRelease(
  tx: Tx,
  circulation: LoadedCirculation,
  { id, count, hash, receivedAt, delegationId }: Release & Own,
): Promise<string[]> {
  const path = paths.circulationReceipt(circulation.slug, circulation.id, id)
  const values = { count, hash, time: printSeatTime(receivedAt) }
  return tell(tx, circulation, delegationId, { key: 'circulationReceipt', path, values })
}

/** Tells the own delegation that a comment was withdrawn, and when. */
export const tellWithdrawn = (
  tx: Tx,
  circulation: LoadedCirculation,
  { delegationId, withdrawnAt }: Own & { withdrawnAt: Date },
): Promise<string[]> =>
  tell(tx, circulation, delegationId, {
    key: 'circulationWithdrawn',
    path: paths.circulationComments(circulation.slug, circulation.id),
    values: { time: printSeatTime(withdrawnAt) },
  })

/** Tells the delegation that the Secretariat does not accept its late comments, and the reason. */
export const tellLateRefused = (
  tx: Tx,
  circulation: LoadedCirculation,
  { delegationId, ...values }: Own & { count: number; reason: string },
): Promise<string[]> =>
  tell(tx, circulation, delegationId, {
    key: 'circulationLateRefused',
    path: paths.circulationInHand(circulation.slug, circulation.id),
    values,
  })

/** Tells the delegation that its posted comment was taken down. */
export const tellRetracted = (
  tx: Tx,
  circulation: LoadedCirculation,
  { delegationId, retractedAt }: Own & { retractedAt: Date },
): Promise<string[]> =>
  tell(tx, circulation, delegationId, {
    key: 'circulationRetracted',
    path: paths.circulationComments(circulation.slug, circulation.id),
    values: { time: printSeatTime(retractedAt) },
  })

/** Tells the Secretariat that a delegation asks it to accept late comments. */
export async function tellHandedOver(
  tx: Tx,
  circulation: LoadedCirculation,
  { delegationId, count }: Own & { count: number },
): Promise<void> {
  const { name: delegation } = await tx.delegation.findUniqueOrThrow({
    where: { id: delegationId },
    select: { name: true },
  })
  const path = paths.circulationLate(circulation.slug, circulation.id)
  const about = { ...aboutOf(circulation, path), delegation, count }
  await write(tx, await listSecretariat(tx), ({ name }) => ({
    matter: 'always',
    path,
    subject: letters()('circulationHandedOver.subject', about),
    text: letters()('circulationHandedOver.text', { ...about, name }),
  }))
}

type Told = {
  key:
    | 'circulationReceipt'
    | 'circulationWithdrawn'
    | 'circulationLateRefused'
    | 'circulationRetracted'
  path: string
  values: Record<string, string | number>
}

function tell(
  tx: Tx,
  circulation: LoadedCirculation,
  delegationId: string,
  { key, path, values }: Told,
): Promise<string[]> {
  const t = letters()
  const about = { ...aboutOf(circulation, path), ...values }
  return writeToDelegations(tx, [delegationId], ({ name, delegation }) => ({
    matter: 'always',
    path,
    subject: t(`${key}.subject`, { ...about, delegation }),
    text: t(`${key}.text`, { ...about, name, delegation }),
  }))
}

const aboutOf = (circulation: LoadedCirculation, path: string) => ({
  session: shortName(circulation),
  title: circulation.title,
  address: addressOf(path),
})
