const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether an Origin header names this site. A missing one does not, nor does anything while the site's own address is
 * unknown. On a local machine its loopback names are the same site.
 */
export function isOriginOf(site: string | undefined, origin: string | null | undefined): boolean {
  if (!site || !origin || !URL.canParse(origin)) return false
  const [siteUrl, originUrl] = [new URL(site), new URL(origin)]
  if (originUrl.origin === siteUrl.origin) return origin === originUrl.origin
  const onThisMachine = LOOPBACK.has(siteUrl.hostname) && LOOPBACK.has(originUrl.hostname)
  return onThisMachine && siteUrl.port === originUrl.port && siteUrl.protocol === originUrl.protocol
}
