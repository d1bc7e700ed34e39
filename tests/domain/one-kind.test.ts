import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')
const files = ['app', 'components', 'lib']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/db/generated/'))
const having = (pattern: RegExp) => files.filter((file) => pattern.test(read(file))).toSorted()

describe('every form is of one kind', () => {
  // Each listed file keeps words in its own way, or takes none.
  const OTHERS = [
    // An upload of a file, which a browser keeps itself.
    'app/imports/page.tsx',
    // The same form again, if its page cannot be rendered.
    'lib/http/forms/unsent-page.ts',
    // Fields that next-auth reads: an address and a password.
    'components/account/proof-form.tsx',
  ]

  test('only Form knows the state of an act', () => {
    expect(having(/\buseActionState\(/)).toEqual(['components/ui/form.tsx'])
  })

  test('a form of another kind only asks for a page', () => {
    const plain = files.filter((file) =>
      [...read(file).matchAll(/<form\b[^>]*>/g)].some(([tag]) => /method=|action=\{/.test(tag)),
    )
    const asks = plain.filter((file) =>
      [...read(file).matchAll(/<form\b[^>]*>/g)].some(
        ([tag]) => /method="post"/i.test(tag) || /action=\{(?!paths\.|address|`)/.test(tag),
      ),
    )
    expect(asks.toSorted()).toEqual([...OTHERS, 'components/ui/form.tsx'].toSorted())
  })

  test('an act that is asked for without a form is answered always', () => {
    expect(having(/await [\w.[\]]*[aA]cts?(?:ion)?[\w.[\]]*\(idle,/)).toEqual([])
    expect(having(/\baskFor\(/)).toEqual([
      'components/consolidation/bar/use-desk-acts.ts',
      'components/keeping/lost-answer.ts',
      'components/list/order-by-hand.tsx',
    ])
  })

  test('only the forms of drafts and of passwords keep no copy in the browser', () => {
    expect(having(/keeps=\{false\}/)).toEqual([
      'app/account/page.tsx',
      'components/account/sign-in-forms.tsx',
      'components/drafts/written-draft.tsx',
    ])
  })
})

test('names in a sentence are listed so that an Arabic one keeps its place', () => {
  const joined =
    /\b(?:\w*[nN]ames|states|by|attribution|newDelegations|withoutContact|roles\])(?:\([^)]*\))?(?:\.slice\(1\))?\.join\(', '\)/
  expect(having(joined).filter((file) => !file.startsWith('lib/'))).toEqual([])
  expect(having(/\blisted\(/)).toContain('app/page.tsx')
})

test('a reason in a sentence keeps its own direction', () => {
  const given = /\bt\w*\('[^']+', \{[^{}]*\breason(?:: (?!apart\()[^,{}]+)?(?:,[^{}]*)? \}\)/
  expect(having(given).filter((file) => file.endsWith('.tsx'))).toEqual([])
  expect(having(/· \{reason\}/)).toEqual([])
})

test('facts are dated by the database: no command knows the clock of the server', () => {
  const technical = /^lib\/(?:startup|live|db\/embedded)\//
  const known = (file: string) => file.startsWith('lib/') && !technical.test(file)
  expect(having(/\bnew Date\(\)/).filter(known)).toEqual([
    // When a line was written to standard output.
    'lib/auth/security/log.ts',
  ])
  expect(having(/\bDate\.now\(\)/).filter(known)).toEqual([
    // The lifetime of a cookie in the browser; the database says whether the sign-in is valid.
    'lib/auth/cookie.ts',
    // The cache time of the database's health check.
    'lib/db/health.ts',
    // A mark by which a form knows a new answer.
    'lib/http/action.ts',
    'lib/http/forms/form-answers.ts',
  ])
})
