import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { env, provideEnv } from '@/lib/env'

const SINGLE_SIGN_ON = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'stocktake',
  OIDC_CLIENT_SECRET: 'secret',
}

afterEach(() => {
  vi.unstubAllEnvs()
  provideEnv({})
})

function settings(values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
  provideEnv({})
  return env()
}

test.each(Object.keys(SINGLE_SIGN_ON))(
  'single sign-on without %s is refused at the start',
  (name) => {
    expect(() => settings({ ...SINGLE_SIGN_ON, [name]: '' })).toThrow(`${name}: Missing`)
  },
)

test('single sign-on is all of its three settings, or none', () => {
  expect(settings(SINGLE_SIGN_ON)).toMatchObject(SINGLE_SIGN_ON)
  expect(settings({ OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' })).toBeTruthy()
})

test('the address that people type is kept without its last slash and refused with a path', () => {
  expect(settings({ APP_URL: 'https://list.example.org/' }).APP_URL).toBe(
    'https://list.example.org',
  )
  const wrong = 'APP_URL: Give the address without a path'
  expect(() => settings({ APP_URL: 'https://list.example.org/stocktake' })).toThrow(wrong)
  expect(() => settings({ APP_URL: 'list.example.org' })).toThrow('APP_URL')
})

const namesIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name).toSorted()
const without = (names: string[], ...left: string[]): string[] =>
  names.filter((name) => !left.includes(name))

test('.env.example explains every setting, and compose.yaml hands on each that a container can use', () => {
  const explained = namesIn('.env.example', /^#([A-Z_]+)=/gm)
  const read = namesIn('lib/env.ts', /^ {2}([A-Z_]+): (?:z|flag)/gm)
  expect(explained).toEqual(without(read, 'NODE_ENV', 'DEMONSTRATION'))
  const ofTheMachine = ['PORT', 'HOST', 'DATA_DIR', 'BUILD_DIR', 'DATABASE_POOL']
  const [app = ''] = readFileSync('compose.yaml', 'utf8').split('\n    depends_on:')
  const handedOn = [...app.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name).toSorted()
  expect(handedOn).toEqual(without(explained, ...ofTheMachine))
})
