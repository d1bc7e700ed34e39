/**
 * What whoever follows a list of speakers is sent: how many acts there were, by which a page knows that it is behind, and
 * who stands on the list, in its order.
 */
export type ListView = { version: number; speakers: { id: string; name: string }[] }

/** The names of the speakers on the list now without a request among `ids`, in the order of the list. */
export function newOnList({ speakers }: ListView, ids: readonly string[]): string[] {
  const knownIds = new Set(ids)
  return speakers.filter(({ id }) => !knownIds.has(id)).map(({ name }) => name)
}
