import { readFileSync } from 'node:fs'
import { importList, previewImport } from '@/lib/proposals/import/commands'
import { withDatabase } from './database'
import { argumentsOf, WrongUse } from './wrong-use'
import { translations } from '@/lib/messages'

export const usage =
  'import FILE.json | FILE.csv --ordinal N --place PLACE --from YYYY-MM-DD --until YYYY-MM-DD [--title "TITLE"]'

/** Reads a past list into a session of its own, or names every line that is wrong and writes nothing. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: {
      ordinal: { type: 'string' },
      title: { type: 'string' },
      place: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
    },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (!file || more.length) throw new WrongUse('Give one file.')
  const bytes = readFile(file)
  const { from: startsOn, until: endsOn, ...rest } = values
  const imported = await withDatabase(async () => {
    const read = await previewImport(bytes, { startsOn, endsOn, ...rest })
    if (!read.list) return read.problems
    return importList('operator', read.list, (done, total) => {
      if (process.stdout.isTTY) process.stdout.write(`\r  ${done} of ${total} items `)
    })
  })
  if ('slug' in imported) {
    console.log(`\r${imported.items} items were imported: /sessions/${imported.slug}`)
    return
  }
  const t = translations('imports')
  for (const { line, key, values: said } of imported) {
    const sentence = t(`problems.${key}`, said)
    console.error(line ? `${t('line', { line })} ${sentence}` : sentence)
  }
  throw new WrongUse(t('nothing'))
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new WrongUse(`The file cannot be read: ${(error as Error).message}`)
  }
}
