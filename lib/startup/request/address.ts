/** What Next answers as it answers any page that there is not. */
const NOWHERE = '/nowhere'

/**
 * The address that was asked for, or one of no page where its path can't be read: percent signs that
 * say no UTF-8, or NUL, which PostgreSQL does not take.
 */
export function readableAddress(url = '/'): string {
  const [path = ''] = url.split('?')
  try {
    return decodeURIComponent(path).includes('\0') ? NOWHERE : url
  } catch {
    return NOWHERE
  }
}
