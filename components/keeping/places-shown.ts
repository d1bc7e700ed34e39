/** The forms on this page, by their places: a copy for another place has lost its form. */
const places = new Map<string, number>()
const CHANGED = 'stocktake:places'

export function showPlace(place: string): void {
  places.set(place, (places.get(place) ?? 0) + 1)
  window.dispatchEvent(new Event(CHANGED))
}

export function hidePlace(place: string): void {
  const count = (places.get(place) ?? 1) - 1
  if (count > 0) places.set(place, count)
  else places.delete(place)
  window.dispatchEvent(new Event(CHANGED))
}

export const isPlaceShown = (place: string): boolean => places.has(place)

/** Calls `hear` whenever forms have come or gone; returns how to stop that. */
export function onPlacesChanged(hear: () => void): () => void {
  window.addEventListener(CHANGED, hear)
  return () => window.removeEventListener(CHANGED, hear)
}
