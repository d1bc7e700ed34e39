import path from 'node:path'
import { paths } from '@/lib/paths'
import { issueImport, keepImport, previewImport } from '@/lib/proposals/import/commands'
import { ToldSession } from '@/lib/proposals/import/schema'
import { problemSentence } from '@/lib/proposals/import/problem-sentence'
import { withDatabase } from './database'
import { counted, readFile } from './files'
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
  const session = sessionOf({ startsOn, endsOn, ...rest })
  const problems = await withDatabase(async () => {
    const read = await previewImport(bytes)
    if (read.problems.length > 0) return read.problems
    const draft = await keepImport('operator', { fileName: path.basename(file), bytes, session })
    if (issue) {
      const { slug, items } = await issueImport('operator', draft)
      console.log(`${counted(items, 'item')} issued: ${paths.list(slug)}`)
    } else
      console.log(
        `${counted(read.items.length, 'item')} kept as a draft, which the Secretariat issues at ${paths.import(draft.id)}`,
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

const options = {
  ordinal: '--ordinal',
  title: '--title',
  place: '--place',
  startsOn: '--from',
  endsOn: '--until',
} as const

/** The session as the options tell it, perhaps in part; undefined without any. Throws WrongUse on an invalid value. */
function sessionOf(told: Partial<Record<keyof typeof options, string>>) {
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value))
  if (Object.keys(given).length === 0) return undefined
  const t = translations('invalid')
  const session = ToldSession.safeParse(given)
  if (session.success) return session.data
  const {
    path: [field],
    message,
  } = session.error.issues[0]!
  throw new WrongUse(`${options[field as keyof typeof options]}: ${t(message)}`)
}
