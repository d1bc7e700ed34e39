import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The secret that signs sign-in cookies, made at the first start and kept for the owner's eyes in the data folder. */
export function keptSecret(dataDir: string): string {
  const file = path.resolve(dataDir, 'secret')
  const unfinished = `${file}.new-${process.pid}`
  writeFileSync(unfinished, randomBytes(33).toString('base64'), { mode: 0o600 })
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(unfinished)
  }
  return readFileSync(file, 'utf8').trim()
}
