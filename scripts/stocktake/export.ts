import { listDecisions } from '@/lib/consolidation/outputs/decisions-queries'
import { type OutputFormat, outputFormats } from '@/lib/consolidation/outputs/formats'
import { outputFile } from '@/lib/consolidation/outputs/files'
import { readConsolidated } from '@/lib/consolidation/outputs/printed-queries'
import { orNotFound } from '@/lib/errors'
import { exportList, type ListFormat, listFormats } from '@/lib/proposals/preliminary-list/export'
import { readPreliminary } from '@/lib/proposals/preliminary-list/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { withDatabase } from './database'
import { counted, writeFile } from './files'
import { sessionNamed } from './named'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = `export --session SLUG --format ${outputFormats.join('|')} --out FILE [--without-attribution] [--preliminary]`

/**
 * Writes a list of a session into a file: a stock-taking's consolidated list, else the preliminary one,
 * also while it is in the making.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = argumentsOf({
    args,
    options: {
      session: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      'without-attribution': { type: 'boolean', default: false },
      preliminary: { type: 'boolean', default: false },
    },
  })
  const { session: slug, out, preliminary } = values
  if (!slug || !out) throw new WrongUse('Say which session, and into which file.')
  const format = outputFormats.find((format) => format === values.format)
  if (!format) throw new WrongUse(`There is no format "${values.format ?? ''}".`)
  const attribution = !values['without-attribution']
  const { body, items } = await withDatabase(async () => {
    const session = await sessionNamed(slug)
    return session.kind === 'stockTaking' && !preliminary
      ? consolidated(session, format, attribution)
      : preliminaryList(session, format, attribution)
  })
  writeFile(out, body)
  console.log(`${counted(items, 'item')} written to ${out}.`)
}

async function consolidated(session: SessionView, format: OutputFormat, attribution: boolean) {
  const list = orNotFound(await readConsolidated(session))
  const decisions = await listDecisions(session.id)
  const asked = { what: 'list' as const, format, attribution, way: 'items' as const }
  const { body } = await outputFile({ list, decisions }, asked)
  return { body, items: list.headings.reduce((sum, { items }) => sum + items.length, 0) }
}

async function preliminaryList(session: SessionView, format: OutputFormat, attribution: boolean) {
  const known = listFormats.find((candidate): candidate is ListFormat => candidate === format)
  if (!known) throw new WrongUse(`A preliminary list is written as ${listFormats.join(', ')}.`)
  const list = await readPreliminary(session.id)
  const { body } = await exportList({ list, session }, known, { attribution })
  return { body, items: list.headings.reduce((sum, { items }) => sum + items.length, 0) }
}
