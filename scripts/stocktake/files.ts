import { readFileSync, writeFileSync } from 'node:fs'
import { fileError, WrongUse } from './wrong-use'

/** The content of a file that the arguments name. Throws WrongUse with one sentence if it cannot be read. */
export function readFile(name: string): Uint8Array {
  try {
    return readFileSync(name)
  } catch (error) {
    return fileError(WrongUse)(error)
  }
}

/** Writes a file that the arguments name. Throws WrongUse with one sentence if it cannot be written. */
export function writeFile(name: string, body: string | Uint8Array): void {
  try {
    writeFileSync(name, body)
  } catch (error) {
    fileError(WrongUse)(error)
  }
}

/** A number with its noun: "1 item", "2 items". */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`
