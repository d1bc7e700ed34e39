// Runs one of our TypeScript programs: node scripts/run.mjs scripts/stocktake.ts [argument …]
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [entry, ...rest] = process.argv.slice(2)
const folder = path.join(
  root,
  'node_modules/.cache/stocktake',
  `${path.parse(entry).name}-${process.pid}`,
)

const program = await bundle(path.resolve(entry), folder)
process.argv = [process.argv[0], path.resolve(entry), ...rest]
process.setSourceMapsEnabled(true)
const { rmSync } = await import('node:fs')
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
await import(pathToFileURL(program).href)
