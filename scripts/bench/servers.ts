import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { World } from './world'

/** A program that was started and is ready; `url` is empty if it serves none. */
export type Program = { pid: number; url: string; child: ChildProcess; stop: () => Promise<void> }

const PATIENCE = 60_000
const MINIMAL = 'scripts/bench/minimal'
const MINIMAL_BUILD = 'node_modules/.cache/stocktake/minimal'
const NEXT = 'node_modules/next/dist/bin/next'

const settings = ({ url, secret, folder }: World) => ({
  DATABASE_URL: url,
  AUTH_SECRET: secret,
  DATA_DIR: folder,
  HOST: '127.0.0.1',
  APP_URL: 'http://localhost',
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
})

/** The production build, made first unless it is that of these sources or `asBuilt` takes it as it is. */
export async function startStocktake(
  world: World,
  asBuilt: boolean,
  /** Its address for browsers, if that is not its own. */
  site?: string,
): Promise<Program> {
  const folder = process.env.BUILD_DIR || '.next'
  if (!asBuilt) await finish(['scripts/start.cjs', '--build'], settings(world))
  const port = await freePort()
  const { options, variables } = asStarted()
  const env = {
    ...settings(world),
    ...variables,
    PORT: String(port),
    APP_URL: site ?? `http://localhost:${port}`,
  }
  return start(
    [...options, ...profiling(), path.resolve(folder, 'server.mjs')],
    env,
    /Stocktake is ready/,
    port,
  )
}

/** The smallest Next pages on the same rows, built in a few seconds. */
export async function startMinimal(world: World): Promise<Program> {
  const env = { ...settings(world), MINIMAL_DIR: path.relative(MINIMAL, MINIMAL_BUILD) }
  await finish([NEXT, 'build', MINIMAL], env)
  const port = await freePort()
  return start(
    [NEXT, 'start', MINIMAL, '-H', '127.0.0.1', '-p', String(port)],
    env,
    /Ready in/,
    port,
  )
}

/** Plain node:http and pg on the same rows. */
export async function startBare(world: World): Promise<Program> {
  const port = await freePort()
  const env = { ...settings(world), PORT: String(port) }
  return start(['scripts/run.mjs', 'scripts/bench/bare.ts'], env, /ready/, port)
}

/** The program that releases comments on command. */
export const startSubmitting = (world: World): Promise<Program> =>
  start(['scripts/run.mjs', 'scripts/bench/submitting.ts'], settings(world), /ready/, 0)

/** The settings that `npm start` gives Node: its options, and the variables before it. */
function asStarted(): { options: string[]; variables: Variables } {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: { start: string }
  }
  const words = scripts.start.split(' ')
  return {
    options: words.filter((word) => word.startsWith('--')),
    variables: Object.fromEntries(
      words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')),
    ) as Variables,
  }
}

/** With BENCH_PROFILE=folder the server writes a profile of its CPU there when it stops. */
const profiling = () =>
  process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []

type Variables = Record<string, string>

async function finish(args: string[], env: Variables): Promise<void> {
  const { child, output } = launch(args, env)
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(code)}\n${output()}`)
}

async function start(
  args: string[],
  env: Variables,
  ready: RegExp,
  port: number,
): Promise<Program> {
  const { child, output } = launch(args, env)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  await new Promise<void>((resolve, reject) => {
    const wrong = (why: string) => reject(new Error(`node ${args.join(' ')} ${why}\n${output()}`))
    const patience = setTimeout(() => wrong('was not ready in a minute'), PATIENCE)
    child.once('exit', () => wrong('ended'))
    child.stdout!.on('data', () => {
      if (!ready.test(output())) return
      clearTimeout(patience)
      resolve()
    })
  })
  return { pid: child.pid!, url: port ? `http://127.0.0.1:${port}` : '', child, stop }
}

function launch(args: string[], env: Variables): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-20_000)))
  return { child, output: () => output }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
