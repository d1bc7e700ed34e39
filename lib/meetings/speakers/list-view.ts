/**
 * The message to followers of a list of speakers: the number of acts, by which a page knows that it is behind, and the
 * speakers in order.
 */
export type ListView = {
  version: number
  speakers: { id: string; name: string; hasFloor: boolean }[]
}

/** The names of the speakers on the list now without a request among `ids`, in the order of the list. */
export function newOnList({ speakers }: ListView, ids: readonly string[]): string[] {
  const knownIds = new Set(ids)
  return speakers.filter(({ id }) => !knownIds.has(id)).map(({ name }) => name)
}

/** The name of the speaker who got the floor last, unless one of `ids` is its request; null if nobody did. */
export function newHolder({ speakers }: ListView, ids: readonly string[]): string | null {
  const last = speakers.findLast(({ hasFloor }) => hasFloor)
  return last && !ids.includes(last.id) ? last.name : null
}
