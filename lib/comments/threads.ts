/** The fields that chains of versions and threads need. */
type Versioned = { id: string; replacedById: string | null; withdrawnAt: Date | null }

/** A comment as it counts now, with its delegation's earlier versions. */
export type Versions<T> = { latest: T; earlier: T[] }

/**
 * Groups comments that come in the order of their release by their replacements. Each group has the place of its first
 * version.
 */
export function versions<T extends Versioned>(comments: readonly T[]): Versions<T>[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const groups = new Map<T, T[]>()
  for (const comment of comments) {
    const latest = latestOf(comment, byId)
    const earlier = groups.get(latest) ?? []
    if (latest !== comment) earlier.push(comment)
    groups.set(latest, earlier)
  }
  return [...groups].map(([latest, earlier]) => ({ latest, earlier }))
}

/** The last of the versions that are among those comments. */
function latestOf<T extends Versioned>(comment: T, byId: ReadonlyMap<string, T>): T {
  const visited = new Set<T>()
  let latest = comment
  for (;;) {
    visited.add(latest)
    const next = latest.replacedById === null ? undefined : byId.get(latest.replacedById)
    if (!next || visited.has(next)) return latest
    latest = next
  }
}

/** A comment with its earlier versions and the replies to any of them, in the order of their release. */
export type Threaded<T> = T & { earlier: T[]; replies: Threaded<T>[] }

/**
 * Makes threads of comments that come in the order of their release. A reply without its comment among them stands by
 * itself: no released comment is left out, except the versions before a withdrawn one: they were withdrawn with it.
 */
export function threads<T extends Versioned & { parentId: string | null }>(
  comments: readonly T[],
): Threaded<T>[] {
  const byVersion = new Map<string, Threaded<T>>()
  const threads = versions(comments).map(({ latest, earlier }) => {
    const thread: Threaded<T> = {
      ...latest,
      earlier: latest.withdrawnAt ? [] : earlier,
      replies: [],
    }
    for (const { id } of [...earlier, latest]) byVersion.set(id, thread)
    return thread
  })
  const roots: Threaded<T>[] = []
  for (const thread of threads) {
    const parent = thread.parentId === null ? undefined : byVersion.get(thread.parentId)
    if (parent && parent !== thread) parent.replies.push(thread)
    else roots.push(thread)
  }
  return roots
}
