import { paths } from '@/lib/paths'
import { memoryOf } from './cpu'
import { load } from './load'
import type { Running } from './running'
import { countQueries } from './queries'
import { type BenchRow, figures, type Section } from './report'
import type { Program } from './servers'
import { sizeOf } from './size'

/** Measures the bytes of pages, the number of their queries, and the memory of the servers. */
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
  const script = (name: string, bytes: number): BenchRow => ({
    name: `${name}: script`,
    figure: `${kB(bytes)}, an empty page ${kB(empty.scripts)}: ${percent(bytes / empty.scripts)}`,
    target: '≤ +15 %',
    met: bytes / empty.scripts <= 1.15,
  })
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
  const constant = (name: string, at: number): BenchRow => ({
    name: `Queries: ${name}`,
    figure: `${queries[at]} and ${queries[at + 1]}`,
    target: 'equal',
    met: queries[at] === queries[at + 1],
  })
  return figures('Weights', 'Compressed as a browser gets it; scripts are all that a page names.', [
    { name: 'List of 50: HTML', figure: kB(list.html), target: '< 60 kB', met: list.html < 60_000 },
    { name: 'Proposal with 30 comments: HTML', figure: kB(proposal.html), target: '–' },
    { name: 'Issued list of 300, public: HTML', figure: kB(issued.html), target: '–' },
    script('List', list.scripts),
    script('Proposal', proposal.scripts),
    {
      name: 'Public list: script',
      figure: `${issued.scriptFiles} files`,
      target: 'none',
      met: issued.scriptFiles === 0,
    },
    constant('list of 300, of 5,000', 0),
    constant('filtered, of 300, of 5,000', 2),
    constant('proposal with 4, 30 comments', 4),
    {
      name: 'Memory of the server after the run',
      figure: `${memory.ours.toFixed(0)} MB, minimal ${memory.minimal.toFixed(0)} MB: × ${(memory.ours / memory.minimal).toFixed(2)}`,
      target: '≤ × 1.6',
      met: memory.ours / memory.minimal <= 1.6,
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
