import 'server-only'
import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { isOriginOf } from './own-origin'

/** Whether the request under way was sent by a page of this site: what changes anything must be. */
export async function isFromThisSite(): Promise<boolean> {
  return isOriginOf(env().APP_URL, (await headers()).get('origin'))
}
