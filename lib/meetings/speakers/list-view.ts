/**
 * What whoever follows a list of speakers is sent: how many acts there were, by which a page knows that it is behind, and
 * who stands on the list, in its order.
 */
export type ListView = { version: number; speakers: { id: string; name: string }[] }

/** The names of those who are on the list now and were not among `known`, in the order of the list. */
export function newOnList({ speakers }: ListView, known: readonly string[]): string[] {
  const there = new Set(known)
  return speakers.filter(({ id }) => !there.has(id)).map(({ name }) => name)
}
