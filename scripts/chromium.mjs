import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { run, step } from './steps.mjs'

// The shell without a window first, as Playwright does: a journey costs it less than half the CPU time of the whole browser.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]

/** The system's Chromium, or null; Playwright then uses its own. */
export function systemChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

/** Provides a Chromium: the system's, or Playwright's download, or Debian's package if the user is root. */
export async function installChromium() {
  if (systemChromium()) return
  const { chromium } = await import('@playwright/test')
  if (runs(chromium.executablePath())) return
  try {
    await step('Downloading a Chromium for the tests', () =>
      run('node', ['node_modules/@playwright/test/cli.js', 'install', 'chromium']),
    )
    if (runs(chromium.executablePath())) return
  } catch {}
  if (process.getuid?.() !== 0)
    throw new Error(
      "The journeys need a Chromium and Playwright's can't be used here: install your system's package (Debian: chromium-headless-shell) and start again.",
    )
  await step("Installing Debian's Chromium", async () => {
    await run('apt-get', ['update'])
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  })
}

/** A download may lack libraries of the system: only a run tells. */
function runs(program) {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
