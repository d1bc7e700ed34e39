import { isDeepStrictEqual } from 'node:util'

/** Whether a row holds all of these values already: an act that writes them changes nothing, and is not recorded. */
export const isUnchanged = <Row extends object>(
  row: Row | null,
  values: { [Key in keyof Row]?: Row[Key] | undefined },
): boolean => {
  const keys = Object.keys(values) as (keyof Row)[]
  return (
    row !== null &&
    keys.every((key) => values[key] === undefined || isDeepStrictEqual(row[key], values[key]))
  )
}

/** The same for rows in their order. */
export const areUnchanged = <Row extends object>(
  rows: readonly Row[],
  values: readonly { [Key in keyof Row]?: Row[Key] | undefined }[],
): boolean =>
  rows.length === values.length && rows.every((row, index) => isUnchanged(row, values[index]!))
