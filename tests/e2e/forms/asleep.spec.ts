import { expect, type Page, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { amending, TEXT } from '@/tests/support/amending'
import { enter, selects, type Who, writesText } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { settled } from '@/tests/support/settled'
import { stockTaking } from '@/tests/support/stock-taking'

// On a slow line a page is read and written in before it hydrates. The words typed until then
// survive the hydration.

test.beforeAll(reachServersDatabase)

/** Opens an address and holds its scripts back; returns a function that releases them. */
async function opensAsleep(page: Page, address: string): Promise<() => Promise<void>> {
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const scripts = '**/_next/static/**/*.js'
  await page.route(scripts, async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.readyState === 'interactive')
  return async () => {
    arrive()
    await page.unrouteAll({ behavior: 'wait' })
    await settled(page)
  }
}

// Writing words at the joining desk also chooses them, so the choice "open" is not a separate field.
const FIELDS = 'main :is(input:not([type=hidden], [type=file], [value=open]), textarea, select)'

/** Changes every field of the page as a person would; returns the number of fields. */
const typesEverywhere = (page: Page) =>
  page.locator(FIELDS).evaluateAll((fields) => {
    const given: Record<string, string> = {
      number: '7',
      date: '2030-01-02',
      'datetime-local': '2030-01-02T10:00',
    }
    for (const field of fields) {
      if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1
      else if (field.matches('[type=radio], [type=checkbox]'))
        (field as HTMLInputElement).checked = true
      else {
        const input = field as HTMLInputElement
        input.value = given[input.type] ?? `${input.value} typed early`
      }
    }
    return fields.length
  })

/** The typed values that the page's forms would send; of the editor's document its words. */
const whatStands = (page: Page) =>
  page.locator('main form').evaluateAll((forms) =>
    forms.flatMap((form, index) =>
      [...new FormData(form as HTMLFormElement)].flatMap(([name, value]) => {
        if (typeof value !== 'string') return []
        if (form.querySelector(`[name="${CSS.escape(name)}"]:not([type=hidden])`))
          return [`form ${index}, ${name}: ${value}`]
        const words = [...value.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text)
        return name === 'body' && words.length > 0 ? [`form ${index}, text: ${words.join('')}`] : []
      }),
    ),
  )

test('what is typed before a page is awake stays', async ({ browser }) => {
  for (const [person, addresses] of await pagesWithForms()) {
    const page = await enter(browser, person, '/')
    for (const address of addresses) {
      const wakes = await opensAsleep(page, address)
      expect(await typesEverywhere(page), address).toBeGreaterThan(0)
      const typed = await whatStands(page)
      await wakes()
      await expect.poll(() => whatStands(page), address).toEqual(typed)
      // A key makes the page draw its fields anew.
      const field = page
        .locator('main :is(textarea, input:not([type]), .ProseMirror):visible')
        .first()
      await field.press('End')
      await field.press('!')
      await expect
        .poll(async () => (await whatStands(page)).join('\n').replace('!', ''), address)
        .toBe(typed.join('\n'))
    }
    await page.context().close()
  }
})

/** Pages with fields that can be overwritten, and the people who may do it. */
async function pagesWithForms(): Promise<[Who, string[]][]> {
  const { cast, address, begins, drafts, releases } = await amending()
  const { slug } = cast.session
  await releases(cast.corvina.head)
  const suggestion = await drafts(cast.belmara.head)
  const revision = await begins()
  const taking = await stockTaking(['Member States should train judges.', 'They should meet.'])
  const item = await taking.makes([taking.sources[0]!], 'Member States should train judges.')
  return [
    ['head', [paths.draft(slug, revision.id), paths.joining(slug, 1)]],
    ['belmara', [paths.amendmentDraft(slug, 1, suggestion.id), `${address}?write=`]],
    [
      'rapporteur',
      [paths.makeItem(taking.slug, taking.sources), paths.consolidatedItem(taking.slug, item)],
    ],
    [
      'secretariat',
      [paths.editSession(slug), paths.agenda(slug), paths.registerMany(slug), paths.officers(slug)],
    ],
  ]
}

test('the caret stays where it was put before a page is awake', async ({ browser }) => {
  const taking = await stockTaking(['Member States should train judges.'])
  const item = await taking.makes(taking.sources, 'Member States should train judges.')
  const page = await enter(browser, 'rapporteur', '/')
  const wakes = await opensAsleep(page, paths.consolidatedItem(taking.slug, item))
  const text = page.getByRole('textbox', { name: 'Text' }).first()
  const caret = () =>
    text.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd])
  await text.evaluate((field: HTMLTextAreaElement) => {
    field.focus()
    field.setSelectionRange(14, 20)
  })
  await wakes()
  expect(await caret()).toEqual([14, 20])
})

test('who types while the editor arrives goes on where they were', async ({ browser }) => {
  const { cast, begins } = await amending()
  const { id } = await begins()
  const head = await enter(browser, 'head', '/')
  const wakes = await opensAsleep(head, paths.draft(cast.session.slug, id))
  const plain = head.getByLabel('Text', { exact: true })
  await plain.evaluate((field: HTMLTextAreaElement) => {
    field.focus()
    field.setSelectionRange(13, 13)
  })
  const words = ' and observers, each of them within the means that it has,'
  await Promise.all([head.keyboard.type(words, { delay: 40 }), wakes()])
  const whole = TEXT.replace('Member States', `Member States${words}`)
  await expect(head.locator('.ProseMirror')).toHaveText(whole)
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.reload()
  await expect(head.locator('.ProseMirror')).toHaveText(whole)
})

test('what is typed before the page is awake does not give way to an older copy of this browser', async ({
  browser,
}) => {
  const page = await enter(browser, 'head', '/')
  const { cast, begins } = await amending()
  const { id } = await begins()
  const draft = paths.draft(cast.session.slug, id)
  await page.goto(draft)
  await page.route('**/save', (route) => route.abort())
  await writesText(page, 'Words that never arrived.')
  await expect(page.getByTestId('keeper')).toContainText('kept in this browser')

  const wakes = await opensAsleep(page, draft)
  const editor = page.locator('.ProseMirror')
  await page.getByLabel('Text', { exact: true }).fill('Words of this moment.')
  await wakes()
  await expect(editor).toHaveText('Words of this moment.')
  await page.getByRole('button', { name: 'Put my words into the form' }).click()
  await expect(editor).toHaveText('Words that never arrived.')
})

test('words that are selected bring the way to comment on them, and it goes with them', async ({
  browser,
}) => {
  const page = await enter(browser, 'belmara', '/')
  const wakes = await opensAsleep(page, '/sessions/sixth-session-2020/proposals/1')
  await selects(page, 'Member States')
  await expect(page.getByRole('link', { name: 'Comment on the whole text' })).toBeAttached()
  await wakes()
  const way = page.getByRole('button', { name: 'Comment on these words' })
  await expect(way).toBeInViewport()
  await page.evaluate(() => document.getSelection()!.removeAllRanges())
  await expect(way).toHaveCount(0)
  await selects(page, 'Member States')
  await way.click()
  await expect(page.getByRole('blockquote').first()).toHaveText('Member States')
})
