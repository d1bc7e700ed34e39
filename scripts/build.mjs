import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run, step } from './steps.mjs'

const STAMP = 'stocktake-sources'

/** Generates the database client unless it is that of the present schema. */
export async function generateClient() {
  const stamp = 'lib/db/generated/.schema'
  const now = fingerprint(['prisma/schema.prisma', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await step('Generating the database client', () =>
    run('node', ['node_modules/prisma/build/index.js', 'generate']),
  )
  writeFileSync(stamp, now)
}

/** Whether the folder holds a finished build of exactly these sources. */
export function isBuilt(folder) {
  const stamp = path.join(folder, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources()
}

/** Builds the pages, the server and the command line into the folder, unless that was done for exactly these sources. */
export async function build(folder) {
  if (isBuilt(folder)) return
  const built = sources()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, STAMP), '')
  await step('Building the pages', () =>
    run('node', ['node_modules/next/dist/bin/next', 'build'], {
      env: { BUILD_DIR: folder, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  const { bundle } = await import('./bundle.mjs')
  await step('Building the server', async () => {
    await bundle('server.ts', folder)
    await bundle('scripts/stocktake.ts', folder)
  })
  writeFileSync(path.join(folder, STAMP), built)
}

const sources = () => fingerprint(readdirSync('.').filter((name) => !NOT_BUILT.test(name)))

// Everything else in the project's folder counts, so that no new source is ever forgotten.
const NOT_BUILT =
  /^(\..*|node_modules|tests|test-results|playwright.*|vitest.*|.*\.md|.*\.tsbuildinfo|next-env\.d\.ts)$/

function fingerprint(places) {
  const hash = createHash('sha256').update(process.version.split('.')[0])
  const add = (place) => {
    if (place === path.join('lib', 'db', 'generated')) return
    let names
    try {
      names = readdirSync(place)
    } catch {
      hash.update(`${place}\0`).update(readFileSync(place))
      return
    }
    for (const name of names.sort()) add(path.join(place, name))
  }
  for (const place of places.sort()) add(place)
  return hash.digest('hex')
}
