import { once } from 'node:events'
import { median, p95 } from './load'
import { type Cost, withCpu } from './measure'
import type { Options, Running } from './running'
import type { BenchRow } from './report'
import { type Program, startSubmitting } from './servers'
import type { Order } from './submitting'

const AT_ONCE = 20

type Submitted = Cost & { times: number[] }

/** Measures the cost of releasing a comment, alone and with 20 at once, beside the bare inserts. */
export async function submitting(running: Running, options: Options): Promise<BenchRow[]> {
  const { world, filled, sealed } = running
  const program = await startSubmitting(world)
  const submit = async (change: Pick<Order, 'bare' | 'count' | 'atOnce'>): Promise<Submitted> => {
    // Not the proposals of the first page, so that earlier measurements stay comparable.
    const proposals = filled.large.proposals.slice(500)
    const { delegations } = filled.large
    const order = { proposals, delegations, sealed, ...change }
    let times: number[] = []
    const cost = await withCpu([program.pid, world.postmaster], order.count, async () => {
      times = await submitted(program, order)
    })
    return { ...cost, times }
  }
  try {
    const count = options.requests
    const all = { bare: [] as Submitted[], alone: [] as Submitted[], atOnce: [] as Submitted[] }
    for (const bare of [true, false]) await submit({ bare, count, atOnce: AT_ONCE })
    for (let round = 0; round < options.rounds; round++) {
      all.bare.push(await submit({ bare: true, count, atOnce: AT_ONCE }))
      all.alone.push(await submit({ bare: false, count, atOnce: 1 }))
      all.atOnce.push(await submit({ bare: false, count, atOnce: AT_ONCE }))
    }
    return rows(all)
  } finally {
    await program.stop()
  }
}

async function submitted({ child }: Program, order: Order): Promise<number[]> {
  const answer = once(child, 'message') as Promise<[{ times: number[] } | { error: string }]>
  child.send(order)
  const [summary] = await answer
  if ('error' in summary) throw new Error(summary.error)
  return summary.times
}

function rows(all: Record<'bare' | 'alone' | 'atOnce', Submitted[]>): BenchRow[] {
  const cpu = (of: Submitted[]) => median(of.map((run) => run.cpu))
  const rate = (of: Submitted[]) => Math.round(median(of.map((run) => run.rate)))
  const times = all.atOnce.flatMap((run) => run.times)
  const [middle, slow] = [median(times), p95(times)]
  return [
    {
      name: 'Submitting a comment, 20 at once: CPU',
      figure: `${cpu(all.atOnce).toFixed(1)} ms · ${rate(all.atOnce)}/s, bare ${cpu(all.bare).toFixed(1)} ms · ${rate(all.bare)}/s: × ${(cpu(all.atOnce) / cpu(all.bare)).toFixed(1)}`,
      target: '≤ 6 ms',
      met: cpu(all.atOnce) <= 6,
    },
    {
      name: 'One after the other: CPU',
      figure: `${cpu(all.alone).toFixed(1)} ms, answered in ${median(all.alone.flatMap((run) => run.times)).toFixed(1)} ms`,
      target: '≤ 6 ms',
      met: cpu(all.alone) <= 6,
    },
    {
      name: '20 at once: the slowest of 20 (p95)',
      figure: `${slow.toFixed(0)} ms, median ${middle.toFixed(0)} ms: × ${(slow / middle).toFixed(1)}`,
      target: '≤ × 3',
      met: slow / middle <= 3,
    },
  ]
}
