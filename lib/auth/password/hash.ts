import 'server-only'
import argon2 from '@node-rs/argon2'
import pLimit from 'p-limit'

// Argon2id, which is the library's default, with 19 MiB and two passes, as OWASP recommends.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A few at once: hashing takes memory and a core, so a flood of sign-ins waits in a queue. */
const inTurn = pLimit(4)

/** The hash that is kept of a password, with its own salt and cost in it. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => argon2.hash(password.normalize('NFKC'), COST))

let nobodys: Promise<string> | undefined

/**
 * Whether a password is the one of a hash. Without a hash it compares with a hash of nobody and answers no, so that
 * unknown accounts take as long as known ones.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID())
  const compared = hash ?? (await nobodys)
  const isSame = await inTurn(() => argon2.verify(compared, password.normalize('NFKC')))
  return isSame && hash !== null
}
