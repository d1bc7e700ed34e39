import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Zip files keep local time: the parts of this date are the same in every time zone. */
export const fixedTime = (): Date => new Date(1980, 0, 1)

/**
 * Rewrites a zip package with fixed times, so that equal contents are equal bytes. `edit` may change the text of each
 * XML part.
 */
export function repack(
  bytes: Uint8Array,
  edit: (path: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, data]) => [
    path,
    /\.(xml|rels)$/.test(path) ? strToU8(edit(path, strFromU8(data))) : data,
  ])
  return zipSync(Object.fromEntries(parts), { mtime: fixedTime(), level: 6 })
}

/** Sets the created and modified times in the properties of an Office file. */
export const datedProperties = (path: string, xml: string, created: string): string =>
  path === 'docProps/core.xml'
    ? xml.replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        `$1${new Date(created).toISOString().replace(/\.\d+Z$/, 'Z')}`,
      )
    : xml
