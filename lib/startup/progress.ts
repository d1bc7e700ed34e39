/** Does one step of the start and prints its title and its duration. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now()
  const result = await work()
  console.log(`  ✓ ${title}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  return result
}
