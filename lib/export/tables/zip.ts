import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

// Zip files keep local time: the parts of this date are the same in every time zone.
const fixedTime = (): Date => new Date(1980, 0, 1)

/**
 * The same package with every time in it fixed, so that equal contents are equal bytes. `mend` may change the text of a
 * part on the way, and is asked for each XML part.
 */
export function repack(
  bytes: Uint8Array,
  mend: (path: string, xml: string) => string = (_, xml) => xml,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, data]) => [
    path,
    /\.(xml|rels)$/.test(path) ? strToU8(mend(path, strFromU8(data))) : data,
  ])
  return zipSync(Object.fromEntries(parts), { mtime: fixedTime(), level: 6 })
}

/** The created and modified times of an Office file's properties, set to an instant given. */
export const datedProperties = (path: string, xml: string, created: string): string =>
  path === 'docProps/core.xml'
    ? xml.replace(
        /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
        `$1${new Date(created).toISOString().replace(/\.\d+Z$/, 'Z')}`,
      )
    : xml
