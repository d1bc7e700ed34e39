import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { cookieOptions, isSecure, secret } from '../cookie'

/** A browser, and the people who signed in with it. */
const Device = z.object({ id: z.string(), people: z.array(z.string()) })
export type Device = z.output<typeof Device>

const SECONDS = 180 * 24 * 60 * 60
/** A shared machine of a secretariat has some; more would make the cookie too long. */
const PEOPLE = 20
const SALT = 'device'

const name = () => `${isSecure() ? '__Host-' : ''}stocktake-device`

/**
 * The browser of the request under way, by its encrypted cookie; null for one that never signed in. It proves
 * nothing but that wrong passwords typed elsewhere are not counted against it (OWASP: device cookies).
 */
export async function currentDevice(): Promise<Device | null> {
  const value = (await cookies()).get(name())?.value
  return value ? openDevice(value) : null
}

/** Remembers that a person signed in with this browser. */
export async function rememberDevice(personId: string): Promise<void> {
  const device = await currentDevice()
  const people = [personId, ...(device?.people ?? []).filter((id) => id !== personId)]
  const value = await sealDevice({
    id: device?.id ?? randomUUID(),
    people: people.slice(0, PEOPLE),
  })
  ;(await cookies()).set(name(), value, { ...cookieOptions(), maxAge: SECONDS })
}

export const sealDevice = (device: Device): Promise<string> =>
  encode({ token: { ...device }, secret: secret(), salt: SALT, maxAge: SECONDS })

export async function openDevice(value: string): Promise<Device | null> {
  try {
    const token = await decode({ token: value, secret: secret(), salt: SALT })
    return Device.safeParse(token).data ?? null
  } catch {
    return null
  }
}
