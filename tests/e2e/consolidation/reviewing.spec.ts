import { expect, type Page, test } from '@playwright/test'
import { listMatching } from '@/lib/consolidation/desk/queries/source-queries'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { wordsOf } from '@/lib/consolidation/similarity/tokens'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { stockTaking } from '@/tests/support/stock-taking'
import { INVENTED_REVIEW, readReview, reviewFiles } from '@/tests/support/upr'

// A whole review is consolidated at the desk, item by item like the report, once by keys alone and once with the
// mouse: every press, every click and every field that is filled in counts as one action. Of an item of several
// sources, its searches count too. STOCKTAKE_REVIEW=real plays, for minutes, one that lies beside the repository.

const wanted = process.env.STOCKTAKE_REVIEW
const files = wanted === 'real' ? reviewFiles() : []
if (wanted === 'real' && files.length === 0)
  throw new Error('There is no real review: ../shared/data is not there.')
const [file] = files.filter((name) => name.includes('switzerland')).concat(files, INVENTED_REVIEW)
const review = readReview(file!)!

/** In the small review most items have two sources that share no word, each with a search of its own. */
const MOST_IN_THE_MEDIAN = wanted === 'real' ? 6 : 13
/** By keys alone the whole review is played, by mouse its beginning. */
const BY_MOUSE = 12

type Made = { number: string; sources: number; actions: number }

/** A person at the desk whose actions are counted. */
class Counted {
  actions = 0
  constructor(
    readonly page: Page,
    readonly hand: 'keys' | 'mouse',
  ) {}
  async press(key: string) {
    this.actions += 1
    await this.page.keyboard.press(key)
  }
  /** The key of a button, or the button. */
  async does(key: string, name: RegExp) {
    if (this.hand === 'keys') return this.press(key)
    this.actions += 1
    await this.page.getByRole('button', { name }).first().click()
  }
  async types(text: string) {
    this.actions += 1
    await this.page.keyboard.press('ControlOrMeta+a')
    if (text === '') await this.page.keyboard.press('Delete')
    else await this.page.keyboard.insertText(text)
  }
  async finds(words: string) {
    if (this.hand === 'keys') await this.press('f')
    else {
      this.actions += 1
      await this.page.getByLabel('Words in the text').click()
    }
    await this.types(words)
    await this.press('Enter')
    await this.page.waitForURL((url) => (url.searchParams.get('words') ?? '') === words)
  }
  /** Filters for items with any outcome or without an outcome, as two actions. */
  async shows(outcome: '' | 'none') {
    this.actions += 2
    await this.page.locator('select[name=outcome]').selectOption(outcome)
    await this.page.waitForURL((url) => (url.searchParams.get('outcome') ?? '') === outcome)
  }
}

const { items, dropped } = review.consolidation
const textOf = new Map(review.list.items.map(({ number, text }) => [number, text]))

/** The results of a search of the desk among the open items. */
type Finds = (query: string) => Promise<string[]>

/** Few searches that find the wanted texts and no other open one; a person reads the words off the texts. */
async function searchesFor(wanted: readonly string[], finds: Finds) {
  const left = new Set(wanted)
  const searches: string[] = []
  while (left.size > 0) {
    const candidates = new Set(
      [...left].flatMap((text) => {
        const words = wordsOf(text).filter((word) => word.length > 3)
        return [...words, ...words.map((word, at) => `${word} ${words[at + 1] ?? ''}`.trim())]
      }),
    )
    let best = { query: '', found: [] as string[] }
    for (const query of candidates) {
      const found = await finds(query)
      const foundLeft = found.filter((text) => left.has(text))
      if (foundLeft.length > best.found.length && found.every((text) => wanted.includes(text)))
        best = { query, found: foundLeft }
      if (best.found.length === left.size) break
    }
    if (best.found.length === 0) break
    searches.push(best.query)
    for (const text of best.found) left.delete(text)
  }
  return { searches, left: [...left] }
}

/** Finds one text among others and ticks its row. */
async function ticksOne(person: Counted, text: string): Promise<void> {
  const { page, hand } = person
  const telling = wordsOf(text).filter((word) => word.length > 3)
  await person.finds(telling.slice(0, 4).join(' '))
  const rows = page.locator('li[id^=source-]')
  const row = rows.filter({ hasText: text.slice(0, 200) }).first()
  if (hand === 'mouse') {
    person.actions += 1
    return row.getByRole('checkbox').check()
  }
  const at = (await rows.allInnerTexts()).findIndex((words) => words.includes(text.slice(0, 200)))
  await expect(rows.first().getByRole('checkbox')).toBeFocused()
  for (let step = 0; step < at; step += 1) await person.press('j')
  await person.press('x')
}

async function prepare() {
  const { slug, rapporteur } = await stockTaking(review.list.items.map(({ text }) => text))
  const finds: Finds = async (words) => openTexts(rapporteur, slug, words)
  return { desk: `/sessions/${slug}/consolidation`, finds }
}

async function openTexts(actor: SignedIn, slug: string, words: string): Promise<string[]> {
  const filter = { session: '', outcome: 'none' as const, words }
  const found = await listMatching(actor, await getSession(actor, slug), filter)
  return found.map(({ text }) => text)
}

/** Words one item of the report. Answers when the list has it. */
async function words(person: Counted, index: number, finds: Finds): Promise<Made> {
  const { page } = person
  const item = items[index]!
  const before = person.actions
  const wanted = item.sources.map((number) => textOf.get(number)!)
  const open = await finds('')
  const used = wanted.filter((text) => !open.includes(text))
  const rows = await page.locator('li[id^=source-]').allInnerTexts()
  const at =
    wanted.length > 1 ? -1 : rows.findIndex((row) => row.includes(wanted[0]!.slice(0, 200)))
  if (at < 0) {
    const { searches, left } = await searchesFor(
      wanted.filter((text) => open.includes(text)),
      finds,
    )
    for (const query of searches) {
      await person.finds(query)
      await person.does('t', /^Tick all/)
      await expect(page.getByRole('status').filter({ hasText: /ticked\.$/ })).toBeVisible()
    }
    for (const text of left) await ticksOne(person, text)
    // Another item of the list uses these already.
    if (used.length > 0) await person.shows('')
    for (const text of used) await ticksOne(person, text)
    await expect(
      page.getByText(wanted.length === 1 ? '1 item ticked' : `${wanted.length} items ticked`),
    ).toBeVisible()
  } else if (person.hand === 'mouse') {
    person.actions += 1
    await page.locator('li[id^=source-]').nth(at).getByRole('checkbox').check()
  } else {
    // From the row to which the last act gave the focus.
    const focused = () =>
      page.evaluate(() => {
        const row = document.activeElement?.closest('li[id^=source-]')
        return row ? [...document.querySelectorAll('li[id^=source-]')].indexOf(row) : -1
      })
    for (let now = await focused(); now !== at; now = await focused())
      await person.press(now < at ? 'j' : 'k')
  }
  await person.does('w', /^Word/)
  const panel = page.locator('[data-panel]')
  await expect(panel.getByLabel('Text', { exact: true })).toBeFocused()
  await person.types(item.text)
  const heading = panel.getByLabel('Heading', { exact: true })
  const isThere = (await heading.locator('option').allTextContents()).includes(item.heading)
  if ((await heading.locator('option:checked').textContent()) !== item.heading) {
    person.actions += 2
    await heading.selectOption(isThere ? { label: item.heading } : '')
    if (!isThere) {
      person.actions += 1
      await panel.getByLabel('Title of the new heading').fill(item.heading)
    }
  }
  const question = panel.getByRole('checkbox')
  if ((await question.count()) > 0) {
    person.actions += 1
    await question.first().check()
  }
  if (person.hand === 'keys') {
    await panel.getByLabel('Text', { exact: true }).focus()
    await person.press('Control+Enter')
  } else await person.does('', /^Make the item/)
  await expect(panel).toHaveCount(0)
  await expect(page.getByText(/^The item is made/).first()).toBeVisible()
  if (new URL(page.url()).searchParams.get('outcome') !== 'none') await person.shows('none')
  // If the used rows are gone, the next steps read the redrawn list.
  for (const text of wanted)
    await expect(
      page.locator('li[id^=source-]').filter({ hasText: text.slice(0, 200) }),
    ).toHaveCount(0)
  if (new URL(page.url()).searchParams.get('words')) await person.finds('')
  return { number: item.number, sources: wanted.length, actions: person.actions - before }
}

const median = (numbers: number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

for (const hand of ['keys', 'mouse'] as const)
  test(`a review is consolidated by ${hand} in at most ${MOST_IN_THE_MEDIAN} actions an item`, async ({
    browser,
  }) => {
    test.setTimeout(900_000)
    reachServersDatabase()
    const { desk, finds } = await prepare()
    const page = await enter(browser, 'rapporteur', '/')
    await page.goto(`${desk}?outcome=none`)
    const person = new Counted(page, hand)
    const made: Made[] = []
    const left = new Set(review.list.items.map(({ number }) => number))
    const todo = new Set(items.keys())
    while (todo.size > 0 && (hand === 'keys' || made.length < BY_MOUSE)) {
      // The next open item of the list comes first, as a person reads from the top.
      const next = [...left].find((number) => !dropped.includes(number))!
      const at = [...todo].find((index) => items[index]!.sources.includes(next))
      if (at === undefined) {
        left.delete(next)
        continue
      }
      made.push(await words(person, at, finds))
      todo.delete(at)
      for (const number of items[at]!.sources) left.delete(number)
    }
    const counts = made.map(({ actions }) => actions)
    console.log(
      `${review.list.session.title}, by ${hand}: ${made.length} items, median ${median(counts)}, most ${Math.max(...counts)} actions; ` +
        made.map(({ number, sources, actions }) => `${number} (${sources}): ${actions}`).join(', '),
    )
    expect(median(counts)).toBeLessThanOrEqual(MOST_IN_THE_MEDIAN)
    await isAccessible(page)
  })
