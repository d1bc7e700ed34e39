/** The message of the page for an act without its form; `at` tells one message from the next. */
export type Said = { message: string; at: number }

const EVENT = 'stocktake:said'

/** Lets the page say a sentence, which stays until it is taken away or the page is left. */
export function announce(message: string): void {
  window.dispatchEvent(new CustomEvent<Said>(EVENT, { detail: { message, at: Date.now() } }))
}

/** Calls back for each sentence; returns the function to stop. */
export function onAnnounced(listen: (announcement: Said) => void): () => void {
  const hear = (event: Event) => listen((event as CustomEvent<Said>).detail)
  window.addEventListener(EVENT, hear)
  return () => window.removeEventListener(EVENT, hear)
}
