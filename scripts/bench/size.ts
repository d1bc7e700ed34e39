import { gunzipSync } from 'node:zlib'
import { get } from './load'

/** The transfer of a page for a browser with an empty cache, compressed, in bytes. */
export type PageSize = { html: number; scripts: number; scriptFiles: number }

const FILE = /static\/chunks\/[^"'\\\s?]+\.js/g
const FOR_OLD_BROWSERS = /<script[^>]*\bnoModule\b[^>]*>/gi

/**
 * The compressed HTML of a page, and every script that it names, in a tag or in the data from which
 * React starts its client components, but for those that only browsers without modules load.
 */
export async function sizeOf(server: string, path: string, cookie?: string): Promise<PageSize> {
  const page = await get(`${server}${path}`, cookie)
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
  const zipped = page.headers['content-encoding'] === 'gzip'
  const html = (zipped ? gunzipSync(page.body) : page.body).toString()
  const files = new Set(html.replace(FOR_OLD_BROWSERS, '').match(FILE) ?? [])
  let scripts = 0
  for (const file of files) scripts += (await get(`${server}/_next/${file}`)).body.length
  return { html: page.body.length, scripts, scriptFiles: files.size }
}
