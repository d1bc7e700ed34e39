/** Does one step of the start and says what it was and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const result = await work()
  console.log(`  ✓ ${title}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  return result
}
