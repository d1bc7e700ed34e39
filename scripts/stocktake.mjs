import { existsSync } from 'node:fs'
import { generateClient } from './build.mjs'
import { installPackages } from './install.mjs'
import { giveUp } from './steps.mjs'

process.env.NODE_ENV ??= 'production'
try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await installPackages()
  await generateClient()
  process.argv.splice(2, 0, 'scripts/stocktake.ts')
  await import('./run.mjs')
} catch (error) {
  giveUp(error)
}
