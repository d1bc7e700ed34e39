import { loadForm } from '@/lib/circulation/forms/load'
import { formFile, formFormats } from '@/lib/circulation/forms/queries'
import { findAddressee } from '@/lib/circulation/papers/operator'
import { db } from '@/lib/db/client'
import { withDatabase } from './database'
import { counted, writeFile } from './files'
import { circulationNamed } from './named'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = `form --circulation ID --delegation NAME --format ${formFormats.join('|')} --out FILE`

/** Writes the form of a delegation into a file, with the comments that it has released. */
export async function run(args: string[]): Promise<void> {
  const { values } = argumentsOf({
    args,
    options: {
      circulation: { type: 'string' },
      delegation: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const { circulation, delegation, out } = values
  if (!circulation || !delegation || !out)
    throw new WrongUse('Say which circulation, for which delegation, and into which file.')
  const format = formFormats.find((format) => format === values.format)
  if (!format) throw new WrongUse(`There is no format "${values.format ?? ''}".`)
  const { body, lines } = await withDatabase(async () => {
    const id = await circulationNamed(circulation)
    const { delegationId } = await findAddressee(id, delegation)
    const { paper } = await loadForm(db, id, delegationId, 'office')
    return { ...(await formFile(paper, format)), lines: paper.lines.length }
  })
  writeFile(out, body)
  console.log(`${counted(lines, 'row')} written to ${out}.`)
}
