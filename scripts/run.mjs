// Runs one of our TypeScript programs: node scripts/run.mjs scripts/stocktake.ts [argument …]
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [entry, ...rest] = process.argv.slice(2)
const outfile = path.join(
  root,
  'node_modules/.cache/stocktake',
  `${path.parse(entry).name}-${process.pid}.mjs`,
)

await bundle(path.resolve(entry), outfile)
process.argv = [process.argv[0], path.resolve(entry), ...rest]
process.setSourceMapsEnabled(true)
const { rmSync } = await import('node:fs')
process.once('exit', () =>
  [outfile, `${outfile}.map`].forEach((file) => rmSync(file, { force: true })),
)
await import(pathToFileURL(outfile).href)
