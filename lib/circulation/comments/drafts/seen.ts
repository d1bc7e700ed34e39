/** The versions of drafts on a page, as its form sends them. */
export const seenWords = (drafts: readonly { id: string; version: number }[]): string =>
  drafts.map(({ id, version }) => `${id}:${version}`).join(' ')

/** The first of these drafts that has changed since the page showed it; a page that says no version showed none. */
export function changedSince<Draft extends { id: string; version: number }>(
  drafts: readonly Draft[],
  seen: string | undefined,
): Draft | undefined {
  if (seen === undefined) return undefined
  const shown = new Set(seen.split(' '))
  return drafts.find((draft) => !shown.has(seenWords([draft])))
}
