import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A page or a route handler: its address with `[names]` in it, and the search parameters that its files name. */
export type WayIn = { address: string; handler: boolean; search: string[] }

/** Every way into the product by an address. */
export function waysIn(): WayIn[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map((file) => {
      const folder = path.posix.dirname(file)
      const sources = readdirSync(path.join('app', folder))
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(path.join('app', folder, name), 'utf8'))
        .join('\n')
      const names = [
        ...sources.matchAll(/\bsearch(?:Params)?\.(?:(?:get|has)\('(\w+)'\)|(\w+))/g),
      ].map(([, called, named]) => called ?? named!)
      return {
        address: folder === '.' ? '/' : `/${folder}`,
        handler: /route\.tsx?$/.test(file),
        search: [...new Set([...names.filter((name) => name !== 'get'), 'page', 'q', 'returnTo'])],
      }
    })
    .toSorted((a, b) => a.address.localeCompare(b.address))
}
