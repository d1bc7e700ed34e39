/** A comment with the answers to it, in the order of their release. */
export type Threaded<T> = T & { replies: Threaded<T>[] }

/**
 * Makes threads of comments that come in the order of their release. An answer whose comment is not
 * among them stands by itself: nothing that was released is left out.
 */
export function threads<T extends { id: string; parentId: string | null }>(
  comments: readonly T[],
): Threaded<T>[] {
  const all = new Map(
    comments.map((comment) => [comment.id, { ...comment, replies: [] as Threaded<T>[] }]),
  )
  const roots: Threaded<T>[] = []
  for (const comment of all.values()) {
    const parent = comment.parentId === null ? undefined : all.get(comment.parentId)
    if (parent && parent !== comment) parent.replies.push(comment)
    else roots.push(comment)
  }
  return roots
}
