import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'
import type { SignedIn } from '@/lib/delegations/actor'
import { env } from '@/lib/env'

/** An act for one of the processes: the name of a command, its actor and its input. */
export type RacingAct = { act: string; actor: SignedIn; input: unknown }

/** The result of an act: done, or refused with the key of a sentence. */
export type Answer = { done: true } | { refused: string }

/** The number of races of each pair of acts: in npm test, or in npm run nightly. */
export const ROUNDS = Number(process.env.STOCKTAKE_RACES ?? 4)

/** Two processes with a pool each on the database of this test file. */
export async function twoProcesses() {
  const workers = [start(), start()]
  await Promise.all(workers.map(answerOf))
  return {
    /** Plays both acts at one moment, the second up to `spread` milliseconds later or earlier. */
    race: async (left: RacingAct, right: RacingAct, spread: number): Promise<[Answer, Answer]> => {
      const at = Date.now() + 15
      tell(workers[0]!, { ...left, at: at + Math.max(0, -spread) })
      tell(workers[1]!, { ...right, at: at + Math.max(0, spread) })
      const [first, second] = await Promise.all(workers.map(answerOf))
      return [first as Answer, second as Answer]
    },
    stop: () => {
      for (const { process: child } of workers) child.stdin!.end()
    },
  }
}

type Worker = { process: ChildProcess; lines: Interface; answers: AsyncIterator<string> }

// The address of `env` is that of the running test file; an import of tests/support/database would be shared by several.
function start(): Worker {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'tests/support/racing-worker.ts'], {
    env: { ...process.env, DATABASE_URL: env().DATABASE_URL, DATABASE_POOL: '5' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  return { process: child, lines, answers: lines[Symbol.asyncIterator]() }
}

const tell = ({ process: child }: Worker, message: object) =>
  child.stdin!.write(`${JSON.stringify(message)}\n`)

async function answerOf({ answers }: Worker): Promise<unknown> {
  const { value, done } = await answers.next()
  if (done) throw new Error('A racing process ended.')
  return JSON.parse(value)
}
