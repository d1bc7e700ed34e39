/** What a chain of versions and a thread are made of. */
type Versioned = { id: string; replacedById: string | null; withdrawnAt: Date | null }

/** A comment as it counts now, with what its delegation had said before. */
export type Versions<T> = { latest: T; earlier: T[] }

/**
 * Groups comments that come in the order of their release by what replaced them. Each group stands where
 * its first version was released.
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
 * Makes threads of comments that come in the order of their release. A reply whose comment is not
 * among them stands by itself: nothing that was released is left out. Only what came before a withdrawn
 * version is: it was withdrawn with it.
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
