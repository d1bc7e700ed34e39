import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { insert } from './insert'

/** Makes the expert group to which the sessions of a benchmark belong, and returns its id. */
export async function makeGroup(client: pg.Client): Promise<string> {
  const id = randomUUID()
  await insert(client, 'ExpertGroup', [
    {
      id,
      name: 'Expert Group of the benchmark',
      shortName: 'Benchmark',
      symbolRoot: 'A/AC.999',
      parentBody: 'The parent body',
      mandates: [],
      seat: 'Vienna',
    },
  ])
  return id
}
