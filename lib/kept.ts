/**
 * A memory for what costs more to make than to keep: gives what was made of a key before, else makes
 * it. Holds at most so many; then all are forgotten and made anew.
 */
export function kept<T>(most: number): (key: string | number, make: () => T) => T {
  const made = new Map<string | number, T>()
  return (key, make) => {
    const known = made.get(key)
    if (known !== undefined) return known
    if (made.size >= most) made.clear()
    const now = make()
    made.set(key, now)
    return now
  }
}
