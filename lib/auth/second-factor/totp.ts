import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { secret as authSecret } from '../cookie'

/** Codes of the step before and after are taken too: clocks differ, and people type slowly. */
const WINDOW = 1

/** A new secret of an authenticator app, in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator app reads from the picture. */
export const setupAddress = (secret: string, email: string): string =>
  totp(secret, email).toString()

/** The time step of a code that is right at this time, or null. The caller must accept each step once. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = at.getTime()
  const delta = totp(secret).validate({ token, window: WINDOW, timestamp })
  return delta === null ? null : totp(secret).counter({ timestamp }) + delta
}

const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Stocktake', label, secret: Secret.fromBase32(secret) })

/** The secret as it is kept: AES-256-GCM with a key made from AUTH_SECRET. */
export function encrypt(plain: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url')).join('.')
}

/** The secret of `encrypt`; null if it was altered, or AUTH_SECRET is another one now. */
export function decrypt(encrypted: string): string | null {
  const [iv, tag, text] = encrypted.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !text) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), iv, { authTagLength: 16 })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const key = (): Buffer =>
  Buffer.from(hkdfSync('sha256', authSecret(), '', 'stocktake second factor', 32))
