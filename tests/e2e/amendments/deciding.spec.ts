import { expect, type Page, test } from '@playwright/test'
import { amending } from '@/tests/support/amending'
import { enter, isAccessible, writesText } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { LONG_TEXT, suggestsMany } from '@/tests/support/many-suggestions'

/** The time from a key press to the next drawn frame, in milliseconds. */
const keyToPaint = (page: Page, key: string) =>
  page.evaluate(
    (pressed) =>
      new Promise<number>((painted) => {
        const begun = performance.now()
        document.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }))
        requestAnimationFrame(() => setTimeout(() => painted(performance.now() - begun)))
      }),
    key,
  )

test('forty suggestions by eight States are decided by key, in sight and without delay', async ({
  browser,
}) => {
  reachServersDatabase()
  const made = await amending(LONG_TEXT)
  await suggestsMany(made)
  const page = await enter(browser, 'head', `${made.address}/joining`)
  await expect(page.getByText(/^0 of \d+ decided$/)).toBeVisible()
  await isAccessible(page)

  // The page is hardly higher than the screen, on a phone too.
  const heights = async () => page.evaluate(() => document.documentElement.scrollHeight)
  expect(await heights()).toBeLessThan(2 * 800)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await heights()).toBeLessThan(3 * 740)
  await isAccessible(page)
  await page.getByRole('button', { name: 'List' }).click()
  await expect(page.getByRole('list', { name: 'Places' })).toBeVisible()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.getByTestId('desk-text')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.setViewportSize({ width: 1280, height: 800 })

  // Accept, decline and go on by key; each act is drawn at once.
  const times: number[] = []
  for (const key of ['1', 'n', 'd', 'n', '2', 'n', 'd', 'n', '1', 'j', 'k'])
    times.push(await keyToPaint(page, key))
  console.info('key to paint in ms:', times.map(Math.round).join(' '))
  expect(Math.max(...times)).toBeLessThan(200)
  await expect(page.getByText(/^5 of \d+ decided$/)).toBeVisible()

  // A suggestion is one choice: "seven hours" is offered only after it is opened.
  await page
    .getByRole('link', { name: /72 hours/ })
    .first()
    .click()
  const place = page.getByRole('group', { name: /^Place/ })
  await expect(place.getByRole('radio', { name: /seven days/ })).toBeVisible()
  await place.getByRole('radio', { name: 'Take a part' }).check()
  await place
    .getByRole('radio', { name: /^seven/ })
    .first()
    .check()
  await expect(place.getByText(/^You take a part of .*’s change/).first()).toBeVisible()
  await isAccessible(page)
})

test('a State changes another’s change, which its author takes in; a deletion is answered; the desk has the new version', async ({
  browser,
}) => {
  reachServersDatabase()
  const base = 'Member States should keep records of requests.'
  const { cast, address: proposal, releases } = await amending(base)
  await releases(cast.doranta.head, { text: base.replace('keep', 'keep and publish') })

  // Estavia suggests a change to Doranta’s version.
  const estavia = await enter(browser, 'estavia', `${proposal}/amendments`)
  await estavia.getByText('Doranta').last().click()
  await estavia.getByRole('link', { name: 'Open suggested change 1' }).click()
  await estavia.getByRole('button', { name: 'Suggest a change to Doranta’s version' }).click()
  await estavia.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await expect(
    estavia.getByRole('heading', { name: 'Suggest a change to Doranta’s suggested change 1' }),
  ).toBeVisible()
  await writesText(estavia, base.replace('keep', 'keep and share'))
  await expect(estavia.getByTestId('keeper')).toContainText('Saved at')
  await releases(cast.belmara.head, { text: '' })
  await estavia.getByRole('button', { name: 'Check before releasing' }).click()
  await estavia.waitForURL(/check$/)
  await estavia.getByRole('button', { name: 'Release for Estavia' }).click()
  await estavia.waitForURL(/amendments\/3\?new/)
  await expect(estavia.getByText('changes Doranta’s suggested change 1')).toBeVisible()
  await isAccessible(estavia)

  // Doranta takes Estavia's change into a new version of its own.
  const doranta = await enter(browser, 'doranta', `${proposal}/amendments/1`)
  await doranta.getByRole('link', { name: 'Estavia suggests a change to it: 3' }).click()
  await doranta.getByRole('button', { name: 'Take it into our suggested change 1' }).click()
  await doranta.waitForURL(/amendments\/4\?new/)
  await expect(doranta.getByText('Suggested by Doranta')).toBeVisible()
  await expect(doranta.getByText('takes in Estavia’s suggested change 3')).toBeVisible()
  await isAccessible(doranta)

  // The author keeps the text that Belmara would delete, and decides Doranta’s new version.
  const head = await enter(browser, 'head', `${proposal}/amendments`)
  await expect(head.getByText('replaced by its new version, suggested change 4')).toBeVisible()
  await head.getByRole('link', { name: 'Decide 2 suggested changes' }).click()
  await expect(
    head.getByRole('heading', { name: 'Belmara suggests to delete the whole text (2)' }),
  ).toBeVisible()
  await isAccessible(head)
  await head.getByRole('button', { name: 'Keep the text' }).click()
  await expect(head.getByText('Belmara suggests to delete the whole text')).toHaveCount(0)
  await expect(head.getByRole('radio', { name: /and share/ })).toBeVisible()
  await head.goto(`${proposal}/amendments/2`)
  await expect(head.getByText('not accepted in revision 1')).toBeVisible()
})

test('a State declines another’s change to its own, with a reason, from its desk', async ({
  browser,
}) => {
  reachServersDatabase()
  const base = 'Member States should keep records of requests.'
  const { cast, releases } = await amending(base)
  const { id } = await releases(cast.doranta.head, { text: base.replace('keep', 'publish') })
  await releases(cast.estavia.head, { text: base.replace('keep', 'share'), amendsId: id })

  const doranta = await enter(browser, 'doranta', '/')
  await doranta
    .getByRole('link', { name: 'Take in or decline a change to your suggested change 1' })
    .first()
    .click()
  await expect(doranta.getByRole('heading', { name: 'Your decision' })).toBeVisible()
  await isAccessible(doranta)
  await doranta.getByLabel('Reason for declining').fill('Publishing is meant.')
  await doranta.getByRole('button', { name: 'Decline' }).click()
  await expect(doranta.getByText(/^Declined by Doranta on/)).toBeVisible()
  await expect(doranta.getByRole('heading', { name: 'Your decision' })).toHaveCount(0)

  const estavia = await enter(browser, 'estavia', '/')
  await estavia.getByRole('link', { name: 'Doranta declined your suggested change 2' }).click()
  await expect(estavia.getByText('Publishing is meant.')).toBeVisible()
  await isAccessible(estavia)
})

test('in Arabic the text reads from the right, and a figure with its measure is one choice', async ({
  browser,
}) => {
  reachServersDatabase()
  const base = 'ينبغي للدول أن تجيب على الطلبات خلال 72 ساعة من ورودها.'
  const { cast, address, releases } = await amending(base, 'ar')
  await releases(cast.belmara.head, { text: base.replace('72 ساعة', 'سبعة أيام') })
  await releases(cast.corvina.head, { text: base.replace('72', '48') })
  const page = await enter(browser, 'head', `${address}/joining`)
  await expect(page.getByTestId('desk-text')).toHaveAttribute('dir', 'rtl')
  const place = page.getByRole('group', { name: 'Place A' })
  await place.getByRole('radio', { name: /سبعة أيام/ }).check()
  await expect(page.getByTestId('desk-text').locator('ins')).toHaveText('سبعة أيام')
  await isAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

/** Presses a key until the page says so: a key that is pressed before hydration is lost. */
const pressUntil = (page: Page, key: string, words: string) =>
  expect(async () => {
    await page.keyboard.press(key)
    await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 })
  }).toPass()

test('decisions by key and by card stand after a reload, as they were made', async ({
  browser,
}) => {
  reachServersDatabase()
  const base = 'States shall answer requests within 72 hours. They shall keep records.'
  const { cast, address, releases } = await amending(base)
  await releases(cast.belmara.head, { text: base.replace('72 hours', 'seven days') })
  await releases(cast.corvina.head, { text: base.replace('72', '48') })
  await releases(cast.doranta.head, { text: base.replace('records', 'files') })
  const page = await enter(browser, 'head', `${address}/joining`)
  const place = (letter: string) => page.getByRole('group', { name: `Place ${letter}` })
  await expect(page.getByText('0 of 2 decided')).toBeVisible()

  // By key alone.
  await pressUntil(page, '2', '1 of 2 decided')
  for (const key of ['n', 'a']) await page.keyboard.press(key)
  await expect(page.getByText('2 of 2 decided')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 of 2 decided')).toBeVisible()
  await expect(page.getByText(/is in the form again/)).toBeVisible()

  // By card, then by key: the card stays a card, and is not opened into its parts.
  await page
    .getByRole('link', { name: /72 hours/ })
    .first()
    .click()
  await place('A')
    .getByRole('radio', { name: /48 hours/ })
    .check()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.reload()
  await expect(page.getByText('2 of 2 decided')).toBeVisible()
  await expect(place('A').getByRole('radio', { name: /48 hours/ })).toBeChecked()
  await expect(place('A').getByRole('radio', { name: 'Take a part' })).not.toBeChecked()
  await page.keyboard.press('j')
  await expect(place('B').locator('input[value=keep]').first()).toBeChecked()

  // Saved decisions are not put back.
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/Not saved yet/)).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('2 of 2 decided')).toBeVisible()
  await expect(page.getByText(/is in the form again/)).toHaveCount(0)
})

test('the author of the text changes another State’s suggested change; one that was decided is no dead end', async ({
  browser,
}) => {
  reachServersDatabase()
  const act = await amending('Member States should keep records of requests.')
  const text = 'Member States should keep records of all requests.'
  for (const { head } of [act.cast.belmara, act.cast.doranta]) await act.releases(head, { text })
  const author = await enter(browser, 'head', `${act.address}/amendments/1`)
  await author.getByRole('button', { name: 'Suggest a change to Belmara’s version' }).click()
  await author.waitForURL(/amendments\/drafts/)
  await writesText(author, 'Member States should keep full records of all requests.')
  await expect(author.getByTestId('keeper')).toContainText('Saved at')
  await author.getByRole('button', { name: 'Check before releasing' }).click()
  await author.getByRole('button', { name: 'Release for Arvenia' }).click()
  await author.waitForURL(/amendments\/3\?new/)

  const corvina = await enter(browser, 'corvina', `${act.address}/amendments/2`)
  await corvina.getByRole('button', { name: 'Suggest a change to Doranta’s version' }).click()
  await corvina.waitForURL(/amendments\/drafts/)
  const draft = new URL(corvina.url()).pathname
  await writesText(corvina, 'Member States should keep short records of all requests.')
  await expect(corvina.getByTestId('keeper')).toContainText('Saved at')
  const doranta = await enter(browser, 'doranta', `${act.address}/amendments/2/withdraw`)
  await doranta.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(doranta.getByText('Withdrawn by Doranta').first()).toBeVisible()
  await doranta.goBack()
  await expect(doranta).toHaveURL(`${act.address}/amendments/2`)
  for (const part of ['', '/check']) {
    await corvina.goto(`${draft}${part}`)
    await expect(corvina.getByText('This draft can no longer be released.')).toBeVisible()
  }
  await expect(corvina.getByRole('button', { name: /^Release/ })).toHaveCount(0)
  await corvina.goto(act.address)
  await expect(corvina.getByRole('button', { name: 'Suggest a change' })).toBeVisible()
})

test('declining alone makes no revision, and ends the matter', async ({ browser }) => {
  reachServersDatabase()
  const act = await amending('Member States should keep records of requests.')
  const text = 'Member States should keep records of all requests.'
  await act.releases(act.cast.belmara.head, { text })
  const author = await enter(browser, 'head', `${act.address}/joining`)
  await expect(author.getByText('0 of 1 decided')).toBeVisible()
  await pressUntil(author, 'd', '1 of 1 decided')
  await author.getByRole('button', { name: 'Save and check' }).click()
  await expect(author.getByText('there is no new revision')).toBeVisible()
  await expect(author.getByText('exactly as it will stand')).toHaveCount(0)
  await author.getByRole('button', { name: 'Decline suggested change 1 for Arvenia' }).click()
  await expect(author.getByText('The suggested change is declined')).toBeVisible()
  await expect(author.getByRole('link', { name: /Decide \d suggested/ })).toHaveCount(0)
})
