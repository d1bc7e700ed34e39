import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { run, step } from './steps.mjs'

/** Installs the packages of package-lock.json, unless exactly those are here already. */
export async function installPackages() {
  if (packagesAreHere()) return
  await step('Installing packages (one to two minutes the first time)', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { env: cache() }),
  )
}

/** npm fails if it can't write into its cache, as an account without a home can't. */
function cache() {
  let folder = process.env.npm_config_cache ?? path.join(homedir(), '.npm')
  while (!existsSync(folder)) folder = path.dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: path.join(tmpdir(), `stocktake-npm-${userInfo().uid}`) }
  }
}

/** npm writes its own list of installed packages when it has finished; compare it with the lock. */
function packagesAreHere() {
  const list = 'node_modules/.package-lock.json'
  if (!existsSync(list)) return false
  const wanted = packagesOf('package-lock.json')
  const here = packagesOf(list)
  const withoutDevelopment = !('node_modules/vitest' in here)
  return Object.entries(wanted).every(([place, { version, optional, dev, devOptional }]) => {
    if (place === '' || here[place]?.version === version) return true
    return !here[place] && (optional || devOptional || (dev && withoutDevelopment))
  })
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
