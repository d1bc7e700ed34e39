/**
 * The message to followers of a list of speakers: the number of acts, by which a page knows that it is behind, and the
 * speakers in order.
 */
export type ListView = { version: number; speakers: { id: string; name: string }[] }

/** The names of the speakers on the list now without a request among `ids`, in the order of the list. */
export function newOnList({ speakers }: ListView, ids: readonly string[]): string[] {
  const knownIds = new Set(ids)
  return speakers.filter(({ id }) => !knownIds.has(id)).map(({ name }) => name)
}
