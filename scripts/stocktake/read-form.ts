import path from 'node:path'
import { confirmFormOf, findAddressee, readFormOf } from '@/lib/circulation/papers/operator'
import { withDatabase } from './database'
import { readFile } from './files'
import { circulationNamed } from './named'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = 'read-form --circulation ID --delegation NAME FILE [--confirm [--as EMAIL]]'

/**
 * Prints the content of a returned form, as JSON, and writes nothing. With --confirm the unambiguous rows are entered
 * by the Secretariat on behalf of the delegation and released as received now.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: {
      circulation: { type: 'string' },
      delegation: { type: 'string' },
      confirm: { type: 'boolean', default: false },
      as: { type: 'string' },
    },
    allowPositionals: true,
  })
  const { circulation, delegation } = values
  const [file, ...more] = positionals
  if (!circulation || !delegation) throw new WrongUse('Say which circulation and delegation.')
  if (!file || more.length) throw new WrongUse('Give one file.')
  const bytes = readFile(file)
  const report = await withDatabase(async () => {
    const id = await circulationNamed(circulation)
    const { delegationId } = await findAddressee(id, delegation)
    const sent = { fileName: path.basename(file), bytes }
    const read = await readFormOf(id, delegationId, bytes, sent.fileName)
    if (!values.confirm) return read
    return { ...read, confirmed: await confirmFormOf(id, delegationId, sent, values.as) }
  })
  console.log(JSON.stringify(report, null, 2))
}
