import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const FAR = 'plays a long procedure on pages to which reachable.spec.ts finds the links'
const REFUSED = 'tries addresses that this person may not see'

/** Journeys that type addresses beside the front page, and why. */
const TYPED: Record<string, string> = {
  'accounts.spec.ts': 'opens the screen of the room in a browser that is signed out meanwhile',
  'adopting.spec.ts': FAR,
  'amending.spec.ts': REFUSED,
  'asleep.spec.ts': 'opens pages whose scripts are late, at the moment they answer',
  'circulating.spec.ts': 'opens links of letters, and public pages before and after the posting',
  'commenting.spec.ts': FAR,
  'commenting-on-lists.spec.ts': 'asks for public pages before and after they are posted',
  'carrying.spec.ts': FAR,
  'consolidating.spec.ts': FAR,
  'deciding.spec.ts': FAR,
  'drafting.spec.ts': REFUSED,
  'desk.spec.ts': FAR,
  'entrance.spec.ts': REFUSED,
  'failing.spec.ts': 'opens one form in several windows',
  'first-run.spec.ts': 'finds that every address leads to the set-up of an installation',
  'issuing.spec.ts': REFUSED,
  'joining.spec.ts': FAR,
  'joint-voices.spec.ts': 'opens the link of a letter',
  'keeping.spec.ts': 'opens one form in several windows',
  'narrow.spec.ts': 'measures each page of a list',
  'proposing.spec.ts': REFUSED,
  'reachable.spec.ts': 'presses the buttons of the pages that it found by links',
  'reviewing.spec.ts': FAR,
  'search.spec.ts': 'asks what no form of the page offers',
  'setting-up.spec.ts': FAR,
  'shell.spec.ts': REFUSED,
  'stock-taking.spec.ts': FAR,
  'taking-part-without-script.spec.ts':
    'opens links of letters, and the public pages without an account',
}

const journeys = readdirSync('tests/e2e', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.spec.ts'),
)

/** The addresses that a journey types, but for the front page. */
const typed = (source: string): string[] =>
  [...source.matchAll(/\.goto\(([^)]*)\)/g)]
    .map(([, address]) => address!.trim())
    .filter((address) => address !== "'/'")

test('a journey goes by links from the front page, unless the list above says why not', () => {
  expect(journeys.length).toBeGreaterThan(10)
  const typing = journeys.filter(
    (file) => typed(readFileSync(`tests/e2e/${file}`, 'utf8')).length > 0,
  )
  expect(typing.filter((file) => !(path.basename(file) in TYPED))).toEqual([])
})

test('an address that is typed is found', () => {
  expect(typed("await page.goto(proposal)\nawait page.goto('/')\npage.goto(`${a}/b`)")).toEqual([
    'proposal',
    '`${a}/b`',
  ])
})
