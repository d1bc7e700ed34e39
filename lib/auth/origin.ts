import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { isOriginOf } from './own-origin'

/** Whether a page of this site sent the current request: every request that writes needs this. */
export async function isFromThisSite(): Promise<boolean> {
  return isOriginOf(env().APP_URL, (await headers()).get('origin'))
}
