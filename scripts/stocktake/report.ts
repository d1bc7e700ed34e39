import { storedReport } from '@/lib/report/adopted/public'
import { readFormat, reportFormats } from '@/lib/report/outputs/formats'
import { readReport } from '@/lib/report/queries'
import { withDatabase } from './database'
import { counted, writeFile } from './files'
import { sessionNamed } from './named'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = `report --session SLUG --format ${reportFormats.join('|')} --out FILE`

/** Writes the report of a session into a file: the adopted one, else the draft as the facts give it now. */
export async function run(args: string[]): Promise<void> {
  const { values } = argumentsOf({
    args,
    options: {
      session: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const { session: slug, out } = values
  if (!slug || !out) throw new WrongUse('Say which session, and into which file.')
  const format = readFormat(values.format)
  if (!format) throw new WrongUse(`There is no format "${values.format ?? ''}".`)
  const { body, paragraphs, open } = await withDatabase(async () => {
    const session = await sessionNamed(slug)
    const report = await readReport(session.id)
    const all = report.sections.flatMap((section) => section.paragraphs)
    return {
      ...(await storedReport({ report, session }, format)),
      paragraphs: all.length,
      open: all.flatMap((paragraph) => paragraph.open).length,
    }
  })
  writeFile(out, body)
  console.log(
    `${counted(paragraphs, 'paragraph')} written to ${out}; ${counted(open, 'place')} still open.`,
  )
}
