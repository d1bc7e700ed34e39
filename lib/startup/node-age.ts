/** The oldest version of Node that still receives security fixes. */
const SUPPORTED = 22

/** A sentence about a Node that is past its end of life, for the person who starts an installation; else undefined. */
export function remarkOnNode(version: string): string | undefined {
  const major = Number.parseInt(version, 10)
  if (major >= SUPPORTED) return undefined
  return `Node ${major} is past its end of life and receives no security fixes: install Node 24`
}
