import 'server-only'

/** Open streams at most: of one person, with their tabs and devices, and of one address, which a whole mission may share. */
export const STREAMS_OF_PERSON = 16
export const STREAMS_OF_ADDRESS = 500

const shared = globalThis as { stocktakeStreams?: Map<string, number> }
const counts = () => {
  shared.stocktakeStreams ??= new Map()
  return shared.stocktakeStreams
}

/**
 * Takes a place for one stream of a viewer from an address and returns how to give the place back, or
 * null if either has as many as are allowed. Asks nothing of the database.
 */
export function takePlace(viewer: string, address: string): (() => void) | null {
  const limits: [string, number][] = [
    [`viewer ${viewer}`, STREAMS_OF_PERSON],
    [`address ${address}`, STREAMS_OF_ADDRESS],
  ]
  const open = (key: string) => counts().get(key) ?? 0
  if (limits.some(([key, most]) => open(key) >= most)) return null
  for (const [key] of limits) counts().set(key, open(key) + 1)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    for (const [key] of limits)
      if (open(key) > 1) counts().set(key, open(key) - 1)
      else counts().delete(key)
  }
}
