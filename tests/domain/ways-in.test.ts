import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import messages from '@/messages/en.json'

const read = (file: string) => readFileSync(file, 'utf8')
const files = ['app', 'components', 'lib']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))

describe('every way in declares who may enter', () => {
  const pages = files.filter((file) => /^app\/.*page\.tsx$/.test(file))
  const routes = files.filter((file) => /^app\/.*route\.tsx?$/.test(file))
  const actions = files.filter((file) => /^\s*['"]use server['"]/.test(read(file)))

  test('there are pages, routes and actions to look at', () => {
    expect(pages.length).toBeGreaterThan(15)
    expect(routes.length).toBeGreaterThan(4)
    expect(actions.length).toBeGreaterThan(5)
  })

  test.each(pages)('page %s', (file) => {
    expect(read(file)).toMatch(
      /export default page\(\s*'(public|signedIn|participant|secretariat)'/,
    )
  })

  test.each(routes)('route %s', (file) => {
    const methods = [
      ...read(file).matchAll(
        /export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b(.*)/g,
      ),
    ]
    const reexported = /export \{ \w+ as GET, \w+ as POST \}/.test(read(file))
    if (file === 'app/api/auth/[...nextauth]/route.ts')
      return expect(methods.length > 0 || reexported).toBe(true)
    expect(methods.length).toBeGreaterThan(0)
    for (const [, , rest] of methods) expect(rest).toMatch(/=\s*handler\(/)
  })

  test.each(actions)('actions of %s', (file) => {
    const exported = [...read(file).matchAll(/export (?:const|async function|function) (\w+)(.*)/g)]
    expect(exported.length).toBeGreaterThan(0)
    for (const [, , rest] of exported) expect(rest).toMatch(/=\s*(formAction|visitorAction)\(/)
  })
})

test('every event of the record has its sentence, and no sentence is without an event', () => {
  const events = [...read('lib/record/events.ts').matchAll(/^ {2}'([a-z]\w*\.\w+)',$/gim)].map(
    ([, event]) => event,
  )
  const sentences = Object.entries(
    messages.record.events as Record<string, Record<string, string>>,
  ).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
  expect(events.length).toBeGreaterThan(30)
  expect(new Set(sentences)).toEqual(new Set(events))
})

test('where a page offers to write a proposal, it asks who may', () => {
  const offering = files.filter(
    (file) =>
      file.endsWith('page.tsx') &&
      /t\('write'\)/.test(read(file)) &&
      /paths\.drafts\(/.test(read(file)),
  )
  expect(offering.length).toBeGreaterThan(1)
  for (const file of offering)
    expect([file, read(file)]).toEqual([file, expect.stringContaining('canBeginProposal(')])
})
