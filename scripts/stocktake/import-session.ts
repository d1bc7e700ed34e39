import { importSession, newGroupOf, previewSessionFile } from '@/lib/meetings/session-file/commands'
import { summaryOf } from '@/lib/meetings/session-file/summary'
import { faultSentence } from '@/lib/meetings/session-file/read'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { withDatabase } from './database'
import { readFile } from './files'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = 'import-session FILE.json [--check]'

/**
 * Writes a whole session from a file (docs/session-file.md), or names every wrong place and writes nothing. With
 * --check it only prints its effect.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [name, ...more] = positionals
  if (!name || more.length) throw new WrongUse('Give one file.')
  const bytes = readFile(name)
  const t = translations('sessionFile')
  const faults = await withDatabase(async () => {
    const { file, faults: found } = await previewSessionFile(bytes)
    if (!file) return found
    const newGroup = await newGroupOf(file)
    for (const line of summaryOf(file)) console.log(line)
    if (newGroup) console.log(`  ${t('newGroup', newGroup)}`)
    if (values.check) {
      console.log(t('checked'))
      return []
    }
    const { slug, isNew } = await importSession('operator', file)
    console.log(`${t(isNew ? 'made' : 'filled')} ${paths.session(slug)}`)
    return []
  })
  if (faults.length === 0) return
  for (const fault of faults) console.error(faultSentence(fault))
  throw new WrongUse(t('nothing', { faults: faults.length }))
}
