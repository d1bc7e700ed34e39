import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { addDays } from 'date-fns/addDays'
import { secret } from '@/lib/auth/cookie'
import { clockTime, db } from '@/lib/db/client'
import { assertFound, asId, orNotFound } from '@/lib/errors'
import { addressOf } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { Addressee } from '@/lib/silence/letters'
import { readSilence } from '@/lib/silence/load'
import { isOpened, lastDeadline } from '@/lib/silence/result'

/** The number of days after the deadline for which the link of a letter opens an annex. */
const DAYS = 30

type Annex = { id: string; name: string; hash: string }

/**
 * The annexes as a letter lists them, each with a link: to the page's file for people with a sign-in, else one that
 * opens without an account. This link names the address of the roll and this installation signs it, so that it works
 * only for this procedure and for people who have the letter.
 */
export const annexLines = (
  annexes: readonly Annex[],
  { slug, number }: { slug: string; number: number },
  to: Addressee,
): string =>
  annexes
    .map(({ id, name, hash }) => {
      const place =
        to.hasAccount || to.addressId === null
          ? paths.silenceFile(slug, number, id)
          : paths.silenceAnnex(keyOf(to.addressId), id)
      return `${name} (SHA-256 ${hash})\n${addressOf(place)}`
    })
    .join('\n\n') || '–'

const macOf = (addressId: string): Buffer =>
  createHmac('sha256', secret()).update(`silence annex ${addressId}`).digest()

const keyOf = (addressId: string): string =>
  `${addressId}.${macOf(addressId).toString('base64url')}`

/** The address of the roll that a key names; null if this installation did not sign it. */
function addressIn(key: string): string | null {
  const [, addressId, mac] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(key) ?? []
  if (!addressId || !mac) return null
  return timingSafeEqual(macOf(addressId), Buffer.from(mac, 'base64url')) ? addressId : null
}

/** An annex by the link of a letter, until thirty days after the deadline; anything else is answered as not there. */
export async function getAnnexByKey(
  key: string,
  annexId: string,
): Promise<{ form: string; name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const id = orNotFound(addressIn(key))
  const { member } = orNotFound(
    await db.silenceAddress.findUnique({
      where: { id },
      select: { member: { select: { silenceId: true } } },
    }),
  )
  const { silenceId } = member
  const now = await clockTime(db)
  const silence = await readSilence(db, silenceId, now)
  assertFound(isOpened(silence) && now < addDays(lastDeadline(silence), DAYS))
  return orNotFound(
    await db.silenceAnnex.findFirst({
      where: { id: asId(annexId), silenceId },
      select: { form: true, name: true, bytes: true },
    }),
  )
}
