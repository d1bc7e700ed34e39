import { cpuOf } from './cpu'
import { type Encoding, load, median } from './load'
import type { Program } from './servers'

/** CPU milliseconds and requests of one address, each the median of its rounds. */
export type Cost = { cpu: number; rate: number }

/** An address of one of the servers; `cookie` signs in. */
export type Target = {
  server: Program
  path: string
  requests: number
  cookie?: string
  encoding?: Encoding
}

const CONNECTIONS = 8

/** The number of requests to each address before measuring, so that its code is compiled. */
const WARM_UP = 800

/**
 * Requests each address in turn, round after short round, so that a disturbance of the machine affects all of them, and
 * returns the medians. CPU is that of the server's processes and of PostgreSQL's.
 */
export async function costs(
  targets: readonly Target[],
  { rounds, postmaster }: { rounds: number; postmaster: number },
): Promise<Cost[]> {
  for (const target of targets) await ask(target, WARM_UP)
  const measured: Cost[][] = targets.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [at, target] of targets.entries())
      measured[at]!.push(
        await withCpu([target.server.pid, postmaster], target.requests, () =>
          ask(target, target.requests),
        ),
      )
  return measured.map((all) => ({
    cpu: median(all.map(({ cpu }) => cpu)),
    rate: median(all.map(({ rate }) => rate)),
  }))
}

const ask = ({ server, path, cookie, encoding }: Target, requests: number) =>
  load(`${server.url}${path}`, { requests, connections: CONNECTIONS, cookie, encoding })

/** The cost of the work for these processes, per request. */
export async function withCpu(
  pids: readonly number[],
  requests: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const now = () => pids.reduce((sum, pid) => sum + cpuOf(pid), 0)
  const [before, begun] = [now(), performance.now()]
  await work()
  const seconds = (performance.now() - begun) / 1000
  return { cpu: (now() - before) / requests, rate: requests / seconds }
}
