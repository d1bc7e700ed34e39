import { expect, type Page, test } from '@playwright/test'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible, writesText } from '@/tests/support/journey'
import { ownSession, proposes, releases, writesChange } from '@/tests/support/suggesting'

const TEXT = `Member States should keep records of all requests. ${'They should also answer each request without undue delay and give reasons. '.repeat(12)}`

/** The distance of an element from the top of the window. */
const topOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top)

test('the first act of each person stands at hand, and a sheet asks before an act of a State', async ({
  browser,
}) => {
  const head = await enter(browser, 'head')
  const session = await ownSession()
  const proposal = await proposes(head, session, TEXT)
  const belmara = await enter(browser, 'belmara')
  await writesChange(belmara, proposal, TEXT.replace('keep', 'share'), 'Sharing is the purpose.')
  await releases(belmara)

  // Belmara co-sponsors: the sheet announces the public effect; Escape changes nothing.
  await goes(belmara, proposal)
  const acts = belmara.getByRole('group', { name: 'What you can do' })
  await acts.getByRole('link', { name: 'Co-sponsor' }).click()
  await expect(belmara.getByRole('alertdialog')).toContainText(
    'Belmara will be shown as co-sponsor of revision 1 of proposal 1.',
  )
  await isAccessible(belmara)
  await belmara.keyboard.press('Escape')
  await expect(belmara.getByRole('alertdialog')).toHaveCount(0)
  await acts.getByRole('link', { name: 'Co-sponsor' }).press('Enter')
  await belmara.getByRole('button', { name: 'Co-sponsor', exact: true }).press('Enter')
  await expect(
    belmara.getByText('Your delegation is shown as co-sponsor of revision 1 of proposal 1.'),
  ).toBeVisible()
  await expect(belmara.getByText('Co-sponsored by Belmara')).toBeVisible()

  // The author decides suggestions of others, two presses from the desk.
  await head.getByRole('link', { name: 'Stocktake', exact: true }).click()
  await head.locator(`a[href^="${proposal}"]`).first().click()
  const decides = head.getByRole('link', { name: 'Decide 1 suggested change' })
  if (await decides.isVisible()) await decides.click()
  await head.waitForURL(/joining/)

  // An adviser of the author asks the head to release the revision in hand.
  const adviser = await enter(browser, 'adviser')
  await goes(adviser, proposal)
  await adviser.getByRole('button', { name: 'Revise' }).click()
  await adviser.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(adviser, TEXT.replace('all', 'nearly all'))
  await expect(adviser.getByTestId('keeper')).toContainText('Saved at')
  await adviser.goBack()
  await adviser.reload()
  await adviser.getByRole('button', { name: /^Ask Aldo Reyne and Amara Voss to release/ }).click()
  await expect(
    adviser.getByText('You asked Aldo Reyne and Amara Voss to release the draft'),
  ).toBeVisible()
  await head.getByRole('link', { name: 'Stocktake', exact: true }).click()
  await expect(head.getByText('Ansel Orin asks you to release a draft proposal')).toBeVisible()
})

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const)
  test(`the text begins on the first screen of ${width} pixels, and the acts stay in view`, async ({
    browser,
  }) => {
    const head = await enter(browser, 'head')
    const proposal = await proposes(head, await ownSession(), TEXT)
    const page = await enter(browser, 'belmara')
    await goes(page, proposal)
    await page.setViewportSize({ width, height })
    expect(await topOf(page, '#text p')).toBeLessThan(width === 360 ? height - 140 : 400)
    await page.mouse.wheel(0, 500)
    const acts = page.getByRole('group', { name: 'What you can do' })
    await expect(acts.getByRole('button', { name: 'Suggest a change' })).toBeInViewport()
    await isAccessible(page)
    await acts.getByRole('button', { name: 'More' }).press('Enter')
    await page.getByRole('menuitem', { name: 'PDF, revision 1' }).focus()
    await isAccessible(page)
    const file = await page.request.get(
      (await page.getByRole('menuitem', { name: 'PDF, revision 1' }).getAttribute('href'))!,
    )
    expect(file.headers()['content-type']).toBe('application/pdf')
  })

test('without script the acts and files stand in a list, and a page asks', async ({ browser }) => {
  const head = await enter(browser, 'head')
  const proposal = await proposes(head, await ownSession(), TEXT)
  const signedIn = await enter(browser, 'corvina')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  await page.goto('/')
  await goes(page, proposal)
  await page.getByLabel('More', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Word, revision 1' })).toBeVisible()
  await page.getByRole('link', { name: 'Co-sponsor' }).click()
  await expect(page.getByText('Corvina will be shown as co-sponsor of revision 1')).toBeVisible()
  await page.getByRole('button', { name: 'Co-sponsor' }).click()
  await expect(page.getByText('Co-sponsored by Corvina')).toBeVisible()
  await page.getByRole('link', { name: /^History/ }).click()
  await expect(page.getByRole('heading', { name: 'Revision 1' })).toBeVisible()
})
