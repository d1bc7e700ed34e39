import { expect, test } from '@playwright/test'
import {
  choosesFromMenu,
  coSponsors,
  enter,
  isAccessible,
  visit,
  writesText,
} from '@/tests/support/journey'

const SESSION = '/sessions/sixth-session-2020'

test('a delegation drafts, checks, submits, revises and withdraws; others read and co-sponsor', async ({
  browser,
}) => {
  const mark = `M${Date.now()}`
  const adviser = await enter(browser, 'adviser', `${SESSION}/drafts`)
  await isAccessible(adviser)
  await adviser.getByRole('button', { name: 'Write a proposal' }).click()
  await adviser.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  const draft = new URL(adviser.url()).pathname
  await writesText(adviser, `Member States should keep evidence ${mark}.`)
  await adviser.getByLabel('Recommendation').check()
  await adviser.getByLabel('Agenda item').selectOption({ index: 1 })
  await expect(adviser.getByTestId('keeper')).toContainText('Saved at')
  await isAccessible(adviser)
  await adviser.getByRole('button', { name: 'Check before submitting' }).click()
  await adviser.waitForURL(/check$/)
  await isAccessible(adviser)
  await expect(adviser.getByRole('button', { name: /^Submit/ })).toHaveCount(0)

  // Nobody else finds it: not by its address, not by a search.
  const belmara = await enter(browser, 'belmara', `${SESSION}/proposals?words=${mark}`)
  await expect(belmara.getByText('No proposal matches')).toBeVisible()
  expect((await belmara.goto(draft))?.status()).toBe(404)
  const stranger = await visit(browser, draft)
  expect(new URL(stranger.url()).pathname).toBe('/sign-in')

  // The head of delegation releases it; a double click makes one proposal.
  const head = await enter(browser, 'head', `${draft}/check`)
  await expect(head.getByText(`Member States should keep evidence ${mark}.`)).toBeVisible()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).dblclick()
  await head.waitForURL(/receipts\/1/)
  await expect(head.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await isAccessible(head)
  const proposal = new URL(head.url()).pathname.replace(/\/receipts\/1$/, '')

  // Others find and read it, and co-sponsor the text that they read.
  await belmara.goto(`${SESSION}/proposals?words=${mark}`)
  await expect(belmara.getByText('1 proposal of')).toBeVisible()
  await isAccessible(belmara)
  await belmara.goto(proposal)
  await coSponsors(belmara)
  await expect(belmara.getByText('Co-sponsored by Belmara')).toBeVisible()
  await isAccessible(belmara)

  // Two of the author's people revise revision 1; the second is told and keeps every word.
  await head.goto(proposal)
  await head.getByRole('button', { name: 'Revise' }).click()
  await head.waitForURL(/drafts/)
  const alternate = await enter(browser, 'alternate', proposal)
  await expect(alternate.getByRole('link', { name: 'Continue revision' })).toBeVisible()
  await alternate.getByRole('button', { name: 'Start another revision' }).click()
  await alternate.waitForURL(/drafts/)
  await writesText(head, `Member States should preserve evidence ${mark}.`)
  await head.getByLabel('Reason for the revision').fill('A better verb.')
  await writesText(alternate, `Member States should keep evidence ${mark} for a year.`)
  await alternate.getByLabel('Reason for the revision').fill('A limit.')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await head.waitForURL(/receipts\/2/)
  await alternate.getByRole('button', { name: 'Check before submitting' }).click()
  await alternate.waitForURL(/check$/)
  await expect(alternate.getByText('submitted revision 2 while you wrote')).toBeVisible()
  await expect(alternate.getByRole('button', { name: /^Submit/ })).toHaveCount(0)
  await alternate.getByRole('link', { name: 'Back to editing' }).click()
  await expect(alternate.getByText(`Member States should preserve evidence ${mark}.`)).toBeVisible()
  await expect(alternate.locator('.ProseMirror')).toContainText('for a year')
  await isAccessible(alternate)
  await alternate.getByRole('button', { name: 'My draft takes account of revision 2' }).click()
  await expect(alternate.getByText('while this draft was written')).toHaveCount(0)
  await alternate.getByRole('button', { name: 'Check before submitting' }).click()
  await alternate.getByRole('button', { name: 'Submit for Arvenia' }).click()
  await alternate.waitForURL(/receipts\/3/)

  // Anybody compares two revisions word by word; the co-sponsor is told.
  await belmara.goto(`${proposal}/compare?from=1&to=2`)
  await expect(belmara.locator('del')).toHaveText('keep')
  await expect(belmara.locator('ins')).toHaveText('preserve')
  await isAccessible(belmara)
  await belmara.goto(proposal)
  await expect(belmara.getByRole('link', { name: 'Co-sponsor revision 3' })).toBeVisible()

  // The author withdraws; the text stays readable.
  await head.goto(proposal)
  await choosesFromMenu(head, 'Withdraw …')
  await expect(head.getByRole('button', { name: 'Withdraw the proposal' })).toBeVisible()
  await isAccessible(head)
  await head.getByLabel('Reason').fill('Merged with another.')
  await head.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(head.getByText('Withdrawn by Arvenia')).toBeVisible()
  await belmara.reload()
  await expect(belmara.getByText('Withdrawn by Arvenia')).toBeVisible()
  await expect(belmara.locator('#text').getByText(`keep evidence ${mark} for a year`)).toBeVisible()
})

test('what is typed survives a reload, a lost connection and a colleague at the same draft', {
  tag: '@night',
}, async ({ browser }) => {
  const page = await enter(browser, 'belmara', `${SESSION}/drafts`)
  await page.getByRole('button', { name: 'Write a proposal' }).click()
  await page.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(page, 'The first words.')
  await expect(page.getByTestId('keeper')).toContainText('Saved at')

  await page.context().setOffline(true)
  await writesText(page, 'Words without a connection.')
  await expect(page.getByTestId('keeper')).toContainText('No connection')
  await page.context().setOffline(false)
  await expect(page.getByTestId('keeper')).toContainText('Saved at')

  await writesText(page, 'Words a moment before the reload.')
  await page.reload()
  await expect(page.locator('.ProseMirror')).toHaveText('Words a moment before the reload.')
  await expect(page.getByTestId('keeper')).toContainText('Saved at')

  const second = await page.context().newPage()
  await second.goto(page.url())
  await writesText(second, 'The words of a colleague.')
  await expect(second.getByTestId('keeper')).toContainText('Saved at')
  await writesText(page, 'My words.')
  await expect(page.getByTestId('keeper')).toContainText(
    'You wrote in this draft in another window',
  )
  await page.getByRole('button', { name: 'Keep my words as another draft' }).click()
  await expect(page.locator('.ProseMirror')).toHaveText('My words.')
  await second.reload()
  await expect(second.locator('.ProseMirror')).toHaveText('The words of a colleague.')
})

test('a paste from a word processor becomes clean text and says what was left out', async ({
  browser,
}) => {
  const page = await enter(browser, 'corvina', `${SESSION}/drafts`)
  await page.getByRole('button', { name: 'Write a proposal' }).click()
  await page.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await page.locator('.ProseMirror').evaluate((editor) => {
    const pasted = new DataTransfer()
    pasted.setData(
      'text/html',
      '<style>p{}</style><p class="MsoNormal"><b>Bold</b> and <span style="font-style: italic">inter alia</span> <a href="https://x.example">linked</a><o:p></o:p></p><table><tr><td>cell</td></tr></table>',
    )
    editor.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.locator('.ProseMirror p').first()).toHaveText('Bold and inter alia linked')
  await expect(page.locator('.ProseMirror em, .ProseMirror i')).toHaveText('inter alia')
  await expect(page.getByText('their addresses were left out: “https://x.example”.')).toBeVisible()
  await expect(page.getByText('Bold words now stand as ordinary words.')).toBeVisible()
})

test('a draft is written and submitted without JavaScript', async ({ browser }) => {
  const signedIn = await enter(browser, 'doranta', '/')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`${SESSION}/drafts`)
  await page.getByRole('button', { name: 'Write a proposal' }).click()
  await page.getByLabel('Text', { exact: true }).fill('A proposal by plain means.')
  await page.getByLabel('Conclusion').check()
  await page.getByLabel('Agenda item').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Check before submitting' }).click()
  await expect(page.getByText('A proposal by plain means.')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for Doranta' }).click()
  await expect(page.getByText('This is your receipt')).toBeVisible()
})

test('the filter says what the list shows, also after going back', async ({ browser }) => {
  const page = await enter(browser, 'doranta', `${SESSION}/proposals`)
  await page.getByLabel('Proposed by').selectOption('Belmara')
  await page.waitForURL(/delegation=Belmara/)
  await expect(page.getByLabel('Proposed by')).toHaveValue('Belmara')
  await page.goBack()
  await expect(page.getByRole('link', { name: /^Show all/ })).toHaveCount(0)
  await expect(page.getByLabel('Proposed by')).toHaveValue('')
})

test('a comment that is refused without JavaScript keeps what was typed', {
  tag: '@night',
}, async ({ browser }) => {
  const signedIn = await enter(browser, 'doranta', '/')
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`${SESSION}/proposals/1`)
  await page.getByRole('link', { name: 'Comment on the whole text' }).click()
  await page.getByLabel('Position').selectOption('none')
  await page.getByText('On the whole text', { exact: true }).click()
  await page.getByLabel('Words').fill('words that stand nowhere in it')
  await page.getByRole('textbox', { name: 'Comment' }).fill('A remark by plain means.')
  await page.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(page.getByRole('alert')).toContainText('These words are not in the text')
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue(
    'A remark by plain means.',
  )
  await page.getByLabel('Words').fill('a contact point')
  await page.getByRole('button', { name: 'Release as our delegation’s comment' }).click()
  await expect(page.getByText('A remark by plain means.')).toBeVisible()
  await page.getByRole('link', { name: 'Comment on the whole text' }).click()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
})
