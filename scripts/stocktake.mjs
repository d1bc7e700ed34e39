import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateClient, isBuilt } from './build.mjs'
import { installPackages } from './install.mjs'
import { giveUp } from './steps.mjs'

process.env.NODE_ENV ??= 'production'
try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await installPackages()
  await generateClient()
  const folder = process.env.BUILD_DIR || '.next'
  if (isBuilt(folder)) {
    // A person who may not write in this folder runs the command that stands beside the server.
    process.setSourceMapsEnabled(true)
    await import(pathToFileURL(path.resolve(folder, 'stocktake.mjs')).href)
  } else {
    process.argv.splice(2, 0, 'scripts/stocktake.ts')
    await import('./run.mjs')
  }
} catch (error) {
  giveUp(error)
}
