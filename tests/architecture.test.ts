import { existsSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import messages from '@/messages/en.json'
import { files, imports, importsIn, reachedFrom, read, withoutTypes } from '@/tests/support/sources'

const folders = new Set(files.map((file) => dirname(file)).flatMap(withParents))

/** A folder and its parent folders. */
function withParents(folder: string): string[] {
  return folder.includes('/') ? [folder, ...withParents(dirname(folder))] : [folder]
}

/** The order of the story: a capability may import only from earlier ones. */
const story = [
  'delegations',
  'sessions',
  'documents',
  'proposals',
  'translations',
  'amendments',
  'comments',
  'circulation',
  'consolidation',
  'plenary',
  'silence',
  'meetings',
  'report',
  'notifications',
  'desk',
  'search',
  'demonstration',
]
/** Technical rooms: they import no capability; the exceptions are listed with a reason. */
const technical = [
  'auth',
  'db',
  'export',
  'html',
  'http',
  'live',
  'mail',
  'record',
  'startup',
  'text',
]
const technicalKnows = {
  'auth → lib/delegations/actor': 'who is signed in acts as an actor',
  'auth → lib/delegations/kinds': 'an actor has a role',
  'auth → lib/delegations/people': 'single sign-on finds the person by address',
  'auth → lib/delegations/offices/vacant':
    'the operator gives an office by the rules of the Secretariat',
  'auth → lib/delegations/rights': 'a request reads the seats and offices of its actor',
  'auth → lib/delegations/transaction': 'a change of one’s own account is an act like others',
  'auth → lib/delegations/schema': 'addresses are read alike at sign-in and at registration',
  'http → lib/delegations/actor': 'pages, handlers and actions ask who may enter',
  'http → lib/sessions/groups/first-group':
    'before the group is named, every page leads to its set-up',
  'record → lib/delegations/actor': 'each entry names who acted',
  'record → lib/delegations/kinds': 'and in which office',
  'record → lib/delegations/powers/powers': 'and with whose powers',
  'startup → lib/delegations/reference-data': 'a new database gets the States',
  'startup → lib/demonstration/load': 'and, where none is given, the demonstration',
}

const messageAt = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown>)?.[part], messages)

/** The room of lib that contains a path: 'proposals' for lib/proposals/policy. */
const capability = (path: string) => /^lib\/([^/]+)/.exec(path)?.[1] ?? ''

describe('the house', () => {
  test('sees the whole tree', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => file.startsWith('app/')).length).toBeGreaterThan(25)
  })

  test('imports point one way: app, components, lib', () => {
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter(
          (target) =>
            (file.startsWith('components/') && target.startsWith('app/')) ||
            (file.startsWith('lib/') && /^(app|components)\//.test(target)),
        )
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('what ships imports neither tests nor scripts, and lib nothing of prisma', () => {
    const seeds = readdirSync('prisma', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `prisma/${file.replaceAll('\\', '/')}`)
    const wrong = [...files, ...seeds].flatMap((file) =>
      imports(file)
        .filter((target) => /^(tests|scripts|prisma)\//.test(target))
        .map((target) => `${file} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('components know schemas and policies, never the database', () => {
    const wrong = files
      .filter((file) => file.startsWith('components/'))
      .filter((file) =>
        imports(file).some(
          (target) =>
            target.startsWith('lib/db/') ||
            (/\/(commands|[a-z-]*commands)$/.test(target) && target.startsWith('lib/')),
        ),
      )
    expect(wrong).toEqual([])
  })

  test('components take only types from files of the server', () => {
    const wrong = files
      .filter((file) => file.startsWith('components/'))
      .flatMap((file) =>
        importsIn(withoutTypes(read(file)), file)
          .filter((target) => target.startsWith('lib/') && existsSync(`${target}.ts`))
          .filter((target) => read(`${target}.ts`).includes("import 'server-only'"))
          .map((target) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('a capability imports only from those before it in the story', () => {
    const wrong = files.flatMap((file) => {
      const position = story.indexOf(capability(file))
      if (position < 0) return []
      return imports(file)
        .filter((target) => story.indexOf(capability(target)) > position)
        .map((target) => `${file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('technical rooms know no capability but for what is written above with its reason', () => {
    const known = files.flatMap((file) =>
      technical.includes(capability(file))
        ? imports(file)
            .filter((target) => story.includes(capability(target)))
            .map((target) => `${capability(file)} → ${target}`)
        : [],
    )
    expect([...new Set(known)].toSorted()).toEqual(Object.keys(technicalKnows).toSorted())
  })

  test('process.env is read in lib/env.ts alone', () => {
    const wrong = files.filter((file) => file !== 'lib/env.ts' && /process\.env/.test(read(file)))
    expect(wrong).toEqual([])
  })

  test('server code reads sentences from lib/messages.ts, client components from use-intl/react', () => {
    const wrong = files.filter(
      (file) =>
        file !== 'lib/messages.ts' &&
        (/from 'use-intl(?!\/react')|^import messages from '@\/messages\/en\.json/m.test(
          read(file),
        ) ||
          (!file.startsWith('components/') && read(file).includes("from 'use-intl"))),
    )
    expect(wrong).toEqual([])
  })

  test('no client component brings all sentences to the browser', () => {
    const clients = files.filter((file) => /^\s*['"]use client['"]/.test(read(file)))
    expect(clients.length).toBeGreaterThan(25)
    const wrong = clients.flatMap((client) =>
      [...reachedFrom(client)]
        .filter((file) => /^(lib\/messages\.ts|messages\/en\.json)$/.test(file))
        .map((file) => `${client} → … → ${file}`),
    )
    expect(wrong).toEqual([])
  })

  test('client components say sentences that exist', () => {
    const wrong = files.flatMap((file) =>
      [...read(file).matchAll(/const (\w+) = useTranslations\('([\w.]+)'\)/g)].flatMap(
        ([, name, namespace]) =>
          [...read(file).matchAll(new RegExp(`\\b${name}\\('([\\w.]+)'`, 'g'))]
            .map(([, key]) => `${namespace}.${key}`)
            .filter((key) => typeof messageAt(key) !== 'string')
            .map((key) => `${file}: ${key}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('queries and commands are guarded from the browser', () => {
    const guarded = files.filter((file) => /(^|[/-])(queries|commands)\.ts$/.test(file))
    expect(guarded.length).toBeGreaterThan(8)
    expect(guarded.filter((file) => !read(file).includes("import 'server-only'"))).toEqual([])
  })

  test('a container starts Node as npm start does', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
    const given = scripts.start.match(/--\S+|[A-Z_]+=\S+/g) ?? []
    const container = read('Dockerfile')
    expect(given).toEqual(['--max-old-space-size=1024'])
    expect(given.filter((word) => !container.includes(word))).toEqual([])
  })

  test('HTML is set into a component in two places at most, and comes from our own exporter', () => {
    const places = files.flatMap((file) =>
      [...read(file).matchAll(/dangerouslySetInnerHTML=/g)].map(() => file),
    )
    expect(places.length).toBeLessThanOrEqual(2)
    expect(
      places.filter((file) => !read(file).includes("from '@/lib/consolidation/outputs/")),
    ).toEqual([])
  })

  test('no folder has more than a dozen files of its own', () => {
    const large = [...folders].filter(
      (folder) => files.filter((file) => dirname(file) === folder).length > 12,
    )
    expect(large).toEqual([])
  })

  test('the map in CONTRIBUTING names exactly the folders of lib and components', () => {
    const rows = read('CONTRIBUTING.md').matchAll(
      /^\|[^`|]*(?:\|[^`|]*)?`((?:lib|components)\/[^`]+)`(.*)$/gm,
    )
    const named = [...rows].flatMap(([, folder, rest]) => [
      folder!,
      ...[...rest!.matchAll(/`([a-z/-]+)\/`/g)].map(([, room]) => `${folder}/${room}`),
    ])
    expect(named.toSorted()).toEqual(
      [...folders].filter((folder) => /^(lib|components)\//.test(folder)).toSorted(),
    )
  })

  test('each page gives the browser a title, but one that only leads elsewhere', () => {
    const untitled = files
      .filter((file) => file.endsWith('/page.tsx') && /return\s*\(?\s*</.test(read(file)))
      .filter(
        (file) => !/export (const|async function) (metadata|generateMetadata)\b/.test(read(file)),
      )
    expect(untitled).toEqual([])
  })

  test('words that a person typed are shown in their own direction', () => {
    const undirected = files.filter(
      (file) =>
        file.endsWith('.tsx') &&
        [...read(file).matchAll(/<\w+(?:(?!<|\s>)[^])*?whitespace-pre-line[^>]*>/g)].some(
          ([tag]) => !/\sdir=/.test(tag),
        ),
    )
    expect(undirected).toEqual([])
  })

  test('the acts of a person begin with a second look at their rights', () => {
    const using = (word: RegExp) => files.filter((file) => word.test(read(file)))
    expect(using(/\$transaction\b/)).toEqual(['lib/db/client.ts'])
    expect(using(/\bsystemTransaction\(/).toSorted()).toEqual([
      // Acts without a signed-in person: an invitation by the operator, sign-ins, the first start.
      'lib/auth/accounts/invite.ts',
      'lib/auth/link/commands.ts',
      'lib/auth/password/commands.ts',
      'lib/auth/second-factor/commands.ts',
      'lib/auth/sign-in/options.ts',
      'lib/auth/sign-in/sign-ins.ts',
      // Letters that a timer triggers.
      'lib/circulation/reminders/reminders.ts',
      // A stakeholder that asks to take part.
      'lib/circulation/requests/ask.ts',
      'lib/delegations/transaction.ts',
      // Tries a write and rolls it back, to learn the outcome of a form.
      'lib/http/forms/done-forms.ts',
      // Letters that a timer triggers.
      'lib/notifications/closing-notices.ts',
      'lib/notifications/digests.ts',
      'lib/silence/conduct/opening.ts',
      'lib/silence/conduct/reminders.ts',
      'lib/silence/conduct/result-letters.ts',
      'lib/startup/prepare.ts',
    ])
  })

  test('no file is longer than 300 lines', () => {
    expect(files.filter((file) => read(file).split('\n').length > 301)).toEqual([])
  })

  test('no test takes the place of a module: files of a worker share what they import', () => {
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `tests/${file.replaceAll('\\', '/')}`)
    expect(tests.filter((file) => /\bvi\.(mock|doMock)\(/.test(read(file)))).toEqual([])
  })
})
