import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, generateClient, isBuilt } from './build.mjs'
import { installPackages } from './install.mjs'
import { findRunning } from './running.mjs'
import { giveUp } from './steps.mjs'

const development = process.argv.includes('--dev')
const buildOnly = process.argv.includes('--build')
process.env.NODE_ENV = development ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const dataDir = process.env.DATA_DIR || '.data'
  const folder = process.env.BUILD_DIR || '.next'
  const running = await findRunning(dataDir)
  if (running && !process.env.DATABASE_URL)
    giveUp(
      `Another Stocktake is running on the data in ${path.resolve(dataDir)}, at ${running.url} (process ${running.pid}): stop that one first, or set DATA_DIR to a folder of its own.`,
    )
  if (running?.production && !development && !isBuilt(folder))
    giveUp(
      `A Stocktake runs from this folder at ${running.url} (process ${running.pid}), and its build is older than the sources: stop it first, then start again to build.`,
    )
  await installPackages()
  await generateClient()
  if (buildOnly) {
    await build(folder)
    process.exit()
  }
  // The server runs in this very process, so that signals reach it.
  await import(
    pathToFileURL(development ? await developmentServer() : await productionServer(folder)).href
  )
} catch (error) {
  giveUp(error)
}

async function productionServer(folder) {
  await build(folder)
  return path.resolve(folder, 'server.mjs')
}

async function developmentServer() {
  const { bundle } = await import('./bundle.mjs')
  return bundle('server.ts', 'node_modules/.cache/stocktake/development')
}
