import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type CompilationFormat, compilationFormats } from '@/lib/circulation/compilation/formats'
import { compilationFile } from '@/lib/circulation/compilation/files/write'
import { readWholeCirculation } from '@/lib/circulation/compilation/queries/overview'
import { withDatabase } from './database'
import { counted } from './files'
import { circulationNamed } from './named'
import { argumentsOf, fileError, WrongUse } from './wrong-use'

export const usage = `comments --circulation ID --format ${compilationFormats.join('|')} --out FILE`

/** Writes all released comments of a circulation into a file, with their responses, and says how far it is. */
export async function run(args: string[]): Promise<void> {
  const { values } = argumentsOf({
    args,
    options: {
      circulation: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const { circulation, out } = values
  if (!circulation || !out) throw new WrongUse('Say which circulation, and into which file.')
  const format = compilationFormats.find((format) => format === values.format)
  if (!format) throw new WrongUse(`There is no format "${values.format ?? ''}".`)
  const total = await withDatabase(async () => {
    const id = await circulationNamed(circulation)
    return write(id, format, out).catch(fileError(WrongUse))
  })
  console.log(`${counted(total, 'comment')} written to ${out}.`)
}

async function write(id: string, format: CompilationFormat, out: string): Promise<number> {
  const circulation = await readWholeCirculation(id)
  let total = 0
  const pieces = compilationFile(circulation, format, (done, all) => {
    total = all
    tell(done, all)
  })
  await pipeline(pieces, createWriteStream(out))
  return total
}

/** Progress, for a person who waits and not for a file. */
function tell(done: number, all: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${done} of ${all} comments${done === all ? '\n' : ''}`)
}
