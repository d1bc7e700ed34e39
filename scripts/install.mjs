import { existsSync, readFileSync } from 'node:fs'
import { run, step } from './steps.mjs'

/** Installs the packages of package-lock.json, unless exactly those are here already. */
export async function installPackages() {
  if (packagesAreHere()) return
  await step('Installing packages (one to two minutes the first time)', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts']),
  )
}

/** npm writes its own list of what it has installed when it has finished; compare it with the lock. */
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
