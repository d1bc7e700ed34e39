import { paths } from '@/lib/paths'
import { get, median } from './load'
import { withCpu } from './measure'
import type { Running } from './running'
import type { BenchRow } from './report'

const TIMES = 7

/** The issued list of 300 items as DOCX, asked for by a delegate, one after the other. */
export async function exporting({ stocktake, cookie, world }: Running): Promise<BenchRow[]> {
  const address = `${stocktake.url}${paths.listExport('issued', 'docx')}`
  const times: number[] = []
  let bytes = 0
  const once = async () => {
    const begun = performance.now()
    const { status, body } = await get(address, cookie)
    if (status !== 200) throw new Error(`${address} answered ${status}`)
    bytes = body.length
    times.push(performance.now() - begun)
  }
  await once()
  const first = times.pop()!
  const { cpu } = await withCpu([stocktake.pid, world.postmaster], TIMES, async () => {
    for (let time = 0; time < TIMES; time++) await once()
  })
  return [
    {
      name: 'DOCX of 300 items',
      figure: `${median(times).toFixed(0)} ms (the first ${first.toFixed(0)} ms), CPU ${cpu.toFixed(0)} ms, ${(bytes / 1000).toFixed(0)} kB`,
      target: '< 1,000 ms',
      met: median(times) < 1_000,
    },
  ]
}
