import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The server that runs from this data folder, as it answers now: { pid, url, production }, or null. */
export async function findRunning(dataDir) {
  const note = path.join(dataDir, 'server.json')
  if (!existsSync(note)) return null
  try {
    const { pid, url, health, instance, production } = JSON.parse(readFileSync(note, 'utf8'))
    const answer = await fetch(health, { signal: AbortSignal.timeout(3_000) })
    return (await answer.json()).instance === instance ? { pid, url, production } : null
  } catch {
    return null
  }
}
