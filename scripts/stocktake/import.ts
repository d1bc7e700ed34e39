import { readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '@/lib/paths'
import { issueImport, keepImport, previewImport } from '@/lib/proposals/import/commands'
import { problemSentence } from '@/lib/proposals/import/problem-sentence'
import { withDatabase } from './database'
import { argumentsOf, WrongUse } from './wrong-use'
import { translations } from '@/lib/messages'

export const usage =
  'import FILE.json | FILE.csv [--ordinal N --place PLACE --from YYYY-MM-DD --until YYYY-MM-DD] [--title "TITLE"] [--issue]'

/**
 * Keeps a past list as a draft for the Secretariat, or issues it at once; or names every line that is wrong
 * and writes nothing.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: {
      ordinal: { type: 'string' },
      title: { type: 'string' },
      place: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      issue: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (!file || more.length) throw new WrongUse('Give one file.')
  const bytes = readFile(file)
  const { from: startsOn, until: endsOn, issue, ...rest } = values
  const isGiven = Object.values(rest).some(Boolean) || startsOn || endsOn
  const session = isGiven ? { startsOn, endsOn, ...rest } : undefined
  const problems = await withDatabase(async () => {
    const read = await previewImport(bytes)
    if (read.problems.length > 0) return read.problems
    const draft = await keepImport('operator', { fileName: path.basename(file), bytes, session })
    if (issue) {
      const { slug, items } = await issueImport('operator', draft)
      console.log(`${items} items were issued: ${paths.list(slug)}`)
    } else
      console.log(
        `${read.items.length} items are kept as a draft: the Secretariat issues it at ${paths.import(draft.id)}`,
      )
    return []
  })
  if (problems.length === 0) return
  const t = translations('imports')
  for (const problem of problems) {
    const at = problem.line ? `${t('line', { line: problem.line, item: problem.item ?? 0 })} ` : ''
    console.error(at + problemSentence(problem))
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
