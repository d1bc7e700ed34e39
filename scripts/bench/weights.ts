import { paths } from '@/lib/paths'
import { memoryOf } from './cpu'
import { load } from './load'
import type { Running } from './pages'
import { countQueries } from './queries'
import { figures, type Section } from './report'
import type { Program } from './servers'
import { sizeOf } from './size'

/** What pages send, how often they ask the database, and what the servers keep in memory. */
export async function weights(running: Running): Promise<Section> {
  const { stocktake, minimal, cookie, filled } = running
  const memory = {
    ours: await memoryAfter(
      stocktake,
      [paths.proposals('large'), paths.proposal('large', 1)],
      cookie,
    ),
    minimal: await memoryAfter(minimal, ['/list?session=large', '/proposal?session=large']),
  }
  const size = (path: string) => sizeOf(stocktake.url, path, cookie)
  const list = await size(paths.proposals('large'))
  const proposal = await size(paths.proposal('large', 1))
  const issued = await sizeOf(stocktake.url, paths.publicList('issued'))
  const empty = await sizeOf(minimal.url, '/empty')
  const script = (bytes: number) =>
    `${kB(bytes)}, an empty page ${kB(empty.scripts)}: ${percent(bytes / empty.scripts)}`
  const word = `?words=${encodeURIComponent(filled.word)}`
  const addresses = [
    [paths.proposals('small'), paths.proposals('large')],
    [paths.proposals('small') + word, paths.proposals('large') + word],
    [paths.proposal('small', 2), paths.proposal('large', 1)],
  ]
  const queries = await countQueries(
    running.world,
    addresses.flat().map((path) => `${stocktake.url}${path}`),
    cookie,
  )
  const constant = (at: number) => `${queries[at]} and ${queries[at + 1]}`
  return figures('Weights', 'Compressed as a browser gets it; scripts are all that a page names.', [
    { name: 'List of 50: HTML', figure: kB(list.html), target: '< 60 kB' },
    { name: 'Proposal with 30 comments: HTML', figure: kB(proposal.html), target: '–' },
    { name: 'Issued list of 300, public: HTML', figure: kB(issued.html), target: '–' },
    { name: 'List: script', figure: script(list.scripts), target: '≤ +15 %' },
    { name: 'Proposal: script', figure: script(proposal.scripts), target: '≤ +15 %' },
    { name: 'Public list: script', figure: `${issued.scriptFiles} files`, target: 'none' },
    { name: 'Queries: list of 300, of 5,000', figure: constant(0), target: 'equal' },
    { name: 'Queries: filtered, of 300, of 5,000', figure: constant(2), target: 'equal' },
    { name: 'Queries: proposal with 4, 30 comments', figure: constant(4), target: 'equal' },
    {
      name: 'Memory of the server after the run',
      figure: `${memory.ours.toFixed(0)} MB, minimal ${memory.minimal.toFixed(0)} MB: × ${(memory.ours / memory.minimal).toFixed(2)}`,
      target: '≤ × 1.3',
    },
  ])
}

/** Megabytes right after a last load, as a server that rests gives memory back, and one of the two always rests. */
async function memoryAfter(
  { pid, url }: Program,
  addresses: readonly string[],
  cookie?: string,
): Promise<number> {
  for (const address of addresses)
    await load(`${url}${address}`, { requests: 300, connections: 8, ...(cookie && { cookie }) })
  return memoryOf(pid)
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

const percent = (ratio: number) => `${ratio < 1 ? '' : '+'}${((ratio - 1) * 100).toFixed(1)} %`
