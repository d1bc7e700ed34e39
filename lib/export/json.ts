/** Serializes a value as JSON with sorted keys at every level, so that equal values are equal bytes. */
export const toJson = (value: unknown): string => `${JSON.stringify(sortKeys(value), null, 2)}\n`

function sortKeys(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]))
}
