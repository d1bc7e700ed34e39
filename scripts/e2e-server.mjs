// The production build for the journeys, on a new database in DATA_DIR that goes when the server does.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const folder = process.env.DATA_DIR
if (!path.basename(folder).startsWith('stocktake-e2e-'))
  throw new Error(`Only a folder of the journeys is emptied, and ${folder} is none.`)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
delete process.env.DATABASE_URL
await import('./start.mjs')
