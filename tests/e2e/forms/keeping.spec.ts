import { type Browser, expect, type Page, test } from '@playwright/test'
import messages from '@/messages/failures.en.json' with { type: 'json' }
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { amending } from '@/tests/support/amending'
import { enter, type Who } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { stockTakingOfThree, TRAIN } from '@/tests/support/stock-taking'
import { releaseAmendment } from '@/tests/support/release-amendment'

// Words typed into these forms survive a reload, a lost connection and the end of a sign-in.

test.beforeAll(reachServersDatabase)

type Kept = { who: Who; address: string; field: string; opens?: string; sends: RegExp }

const forms: Record<string, () => Promise<Kept>> = {
  'an answer to a suggested change': async () => {
    const { cast, address, written } = await amending()
    await releaseAmendment(cast.belmara.head, written())
    return { who: 'head', address: `${address}/amendments/1`, field: 'Answer', sends: /^Release/ }
  },
  'the reason of a withdrawal': async () => {
    const { address } = await amending()
    return { who: 'head', address: `${address}/withdraw`, field: 'Reason', sends: /^Withdraw/ }
  },
  'an objection': async () => {
    const { cast, slug, train } = await stockTakingOfThree()
    const id = await cast.makes([train], TRAIN)
    return {
      who: 'belmara',
      address: paths.consolidatedItem(slug, id),
      field: 'Object to agreement on this wording',
      sends: /^Object/,
    }
  },
  'a disagreement': async () => {
    const { cast, slug, train } = await stockTakingOfThree()
    await cast.makes([train], TRAIN)
    return {
      who: 'head',
      address: paths.ours(slug),
      field: 'What we disagree with',
      opens: 'State a disagreement',
      sends: /^State it for/,
    }
  },
}

async function typedIn(browser: Browser, make: () => Promise<Kept>) {
  const { who, address, field, opens, sends } = await make()
  const page = await enter(browser, who, address)
  if (opens) await page.locator('summary').filter({ hasText: opens }).first().click()
  const text = page.getByRole('textbox', { name: field }).first()
  await text.fill(WORDS)
  const form = page.locator('form').filter({ has: text })
  return { page, address, text, send: form.getByRole('button', { name: sends }) }
}
const WORDS = 'Words that were typed with care.'
const alertOf = (page: Page) => page.getByRole('main').getByRole('alert')

for (const [name, make] of Object.entries(forms))
  test(`${name} stays through a reload, a lost connection and the end of a sign-in`, async ({
    browser,
  }) => {
    const { page, address, text, send } = await typedIn(browser, make)
    await page.reload()
    await expect(text).toHaveValue(WORDS)
    await expect(text).toBeVisible()

    const isAct = (url: URL) => url.pathname.startsWith('/sessions/')
    await page
      .context()
      .route(isAct, (route) =>
        route.request().method() === 'POST' ? route.abort('connectionreset') : route.fallback(),
      )
    await send.click()
    await expect(alertOf(page)).toContainText(messages.notDone)
    await expect(text).toHaveValue(WORDS)
    await page.context().unrouteAll({ behavior: 'wait' })

    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await send.click()
    await expect(alertOf(page)).toContainText('You are signed out')
    await expect(text).toHaveValue(WORDS)
    await page.context().addCookies(cookies)
    await page.goto(address)
    await expect(text).toHaveValue(WORDS)
  })

test('words over an earlier wording say so before they replace a newer one, also after a reload', async ({
  browser,
}) => {
  const { cast, slug, train } = await stockTakingOfThree()
  const id = await cast.makes([train], TRAIN)
  const page = await enter(browser, 'rapporteur', paths.consolidatedItem(slug, id))
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: 'Text' }) })
  const text = form.getByRole('textbox', { name: 'Text' })
  await text.fill(`${TRAIN} ${WORDS}`)
  await cast.rewords(id, 1, 'Member States should train judges.')
  await page.getByRole('button', { name: 'Show the changes' }).click()
  await expect(form.getByRole('alert')).toContainText(messages.moved)
  await expect(text).toHaveValue(`${TRAIN} ${WORDS}`)
  await page.reload()
  await expect(text).toHaveValue(`${TRAIN} ${WORDS}`)
  await expect(form.getByRole('alert')).toContainText(messages.moved)
  await form.locator('summary').filter({ hasText: 'What stands now: Text' }).click()
  await expect(form.getByRole('alert')).toContainText('Member States should train judges.')
  await form.getByRole('button', { name: messages.takeMoved }).click()
  await expect(text).toHaveValue('Member States should train judges.')
  await expect(form.getByRole('alert')).toBeHidden()
})

test('a field that was left alone follows what others write, when the words of its form come back', async ({
  browser,
}) => {
  const { cast, slug } = await stockTakingOfThree()
  const page = await enter(browser, 'secretariat', `/sessions/${slug}/edit`)
  const place = page.getByRole('textbox', { name: 'Place' })
  const title = page.getByRole('textbox', { name: 'Title' })
  await place.fill('Vienna, Room M')
  await db.session.update({
    where: { id: cast.session.id },
    data: { title: 'Renamed meanwhile', version: { increment: 1 } },
  })
  await page.reload()
  await expect(page.getByText(messages.restored)).toBeVisible()
  await expect(place).toHaveValue('Vienna, Room M')
  await expect(title).toHaveValue('Renamed meanwhile')
})

test('a list of people that was checked, and not registered, stays through a reload', async ({
  browser,
}) => {
  const { cast } = await amending()
  const page = await enter(browser, 'secretariat', paths.registerMany(cast.session.slug))
  const list = page.getByRole('textbox', { name: 'The list' })
  await list.fill('Estonia,,Ada Ek,,ada.ek@estonia.example,adviser,no')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByRole('button', { name: 'Register all' })).toBeVisible()
  await page.reload()
  await expect(list).toHaveValue('Estonia,,Ada Ek,,ada.ek@estonia.example,adviser,no')
})
