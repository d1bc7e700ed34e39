// The production build for the journeys, on a new database in DATA_DIR that goes when the server does.
import { mkdirSync, rmSync } from 'node:fs'

const folder = process.env.DATA_DIR
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
delete process.env.DATABASE_URL
await import('./start.mjs')
