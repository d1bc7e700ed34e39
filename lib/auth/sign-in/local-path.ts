import 'server-only'
import { env } from '@/lib/env'
import { safeReturn } from '@/lib/paths'

/** The path within this site of an address that may be whole; '/' for an address of another site. */
export function localPath(address: unknown): string {
  const site = env().APP_URL
  if (typeof address !== 'string') return '/'
  const isOwn = site !== undefined && (address === site || address.startsWith(`${site}/`))
  return safeReturn(isOwn ? address.slice(site.length) || '/' : address)
}
