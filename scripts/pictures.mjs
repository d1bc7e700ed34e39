// Takes pictures of pages of a demonstration that runs at ADDRESS (http://localhost:3000), by several of its
// people, at two widths, light and dark: npm run pictures -- FOLDER [words of names]
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { systemChromium } from './chromium.mjs'

const [folder, ...names] = process.argv.slice(2)
if (!folder) {
  console.error('Say where the pictures go: npm run pictures -- FOLDER')
  process.exit(1)
}
const address = process.env.ADDRESS ?? 'http://localhost:3000'
const PASSWORD = 'open the reading room'

const SIXTH = '/sessions/sixth-session-2020'
const SEVENTH = '/sessions/seventh-session-2021'
const people = {
  visitor: null,
  secretariat: 'simon.adeyar@secretariat.example',
  rapporteur: 'ruta.melander@rapporteur.example',
  chair: 'tomas.keldron@chair.example',
  head: 'amara.voss@arvenia.example',
  adviser: 'brielle.sanda@belmara.example',
}

/** Name of the picture, viewer, address; `follow` is a selector of the link to open from there. */
const pages = [
  ['sign-in', 'visitor', '/sign-in'],
  ['published', 'visitor', '/public'],
  ['front-secretariat', 'secretariat', '/'],
  ['front-head', 'head', '/'],
  ['sessions', 'secretariat', '/sessions'],
  ['session', 'head', SIXTH],
  ['proposals', 'head', `${SIXTH}/proposals`],
  ['proposals-found', 'head', `${SIXTH}/proposals?words=cooperation`],
  ['proposal', 'head', `${SIXTH}/proposals/1`],
  ['proposal-comment', 'head', `${SIXTH}/proposals/1?write`],
  ['amendments', 'head', `${SIXTH}/proposals/1/amendments`],
  ['joining', 'head', `${SIXTH}/proposals/1/joining`],
  ['words', 'head', `${SIXTH}/proposals/1`, 'a[href*="/words?"]'],
  ['drafts', 'head', `${SIXTH}/drafts`],
  ['draft', 'head', `${SIXTH}/drafts`, 'a[href*="/drafts/"]'],
  ['ours', 'head', `${SEVENTH}/ours`],
  ['list', 'rapporteur', `${SIXTH}/list`],
  ['consolidation', 'rapporteur', `${SEVENTH}/consolidation`],
  [
    'consolidation-item',
    'rapporteur',
    `${SEVENTH}/consolidation`,
    '[id^="item-"] a[href*="/consolidation/"]',
  ],
  ['consolidation-delegate', 'head', `${SEVENTH}/consolidation`],
  ['lineage', 'secretariat', `${SEVENTH}/lineage`],
  ['console', 'chair', `${SEVENTH}/console`],
  ['screen', 'head', `${SEVENTH}/screen`],
  ['record', 'secretariat', `${SIXTH}/record`],
  ['agenda', 'secretariat', `${SIXTH}/agenda`],
  ['periods', 'secretariat', `${SIXTH}/periods`],
  ['delegations', 'secretariat', `${SIXTH}/delegations`],
  ['delegations-import', 'secretariat', `${SIXTH}/delegations/import`],
  ['circulation', 'head', `${SEVENTH}/circulation`],
  ['circulation-comment', 'head', `${SEVENTH}/circulation`, 'main a.button-main'],
  ['circulation-manage', 'secretariat', `${SEVENTH}/circulation`, 'main a[href$="/manage"]'],
  ['circulation-addressees', 'secretariat', `${SEVENTH}/circulation`, 'a[href$="/addressees"]'],
  ['compilation', 'rapporteur', `${SEVENTH}/circulation`, 'main a[href*="/compilation"]'],
  ['silence', 'head', `${SEVENTH}/silence`],
  ['silence-one', 'head', `${SEVENTH}/silence`, 'main a[href*="/silence/"]'],
  ['meetings', 'secretariat', `${SIXTH}/meetings`],
  ['meeting', 'secretariat', `${SIXTH}/meetings`, 'main a[href*="/meetings/"]'],
  ['panellists', 'secretariat', `${SIXTH}/panellists`],
  ['attendance', 'secretariat', `${SIXTH}/attendance`],
  ['decisions', 'secretariat', `${SIXTH}/steps`],
  ['bureau', 'secretariat', `${SEVENTH}/bureau`],
  ['documents', 'head', `${SIXTH}/documents`],
  ['document', 'secretariat', `${SIXTH}/documents`, 'main a[href*="/documents/"]'],
  ['report', 'secretariat', `${SIXTH}/report`],
  ['groups', 'secretariat', '/groups'],
  ['group', 'secretariat', '/groups', 'main a[href^="/groups/"]'],
  ['imports', 'secretariat', '/imports'],
  ['mail', 'secretariat', '/mail'],
  ['accounts', 'secretariat', '/accounts'],
  ['one-account', 'secretariat', '/accounts', 'main table a'],
  ['security', 'secretariat', '/security'],
  ['account', 'adviser', '/account'],
]
const looks = [1280, 360].flatMap((width) =>
  ['light', 'dark'].map((colorScheme) => ({ width, colorScheme })),
)

const browser = await chromium.launch({
  executablePath: systemChromium() ?? undefined,
  chromiumSandbox: process.getuid?.() !== 0,
})
mkdirSync(folder, { recursive: true })
const wanted = pages.filter(
  ([name]) => names.length === 0 || names.some((part) => name.includes(part)),
)
for (const person of new Set(['secretariat', 'rapporteur', ...wanted.map(([, role]) => role)])) {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Europe/Vienna' })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error')
      console.error(`${new URL(page.url()).pathname}: ${message.text()}`)
  })
  page.on('pageerror', (error) =>
    console.error(`${new URL(page.url()).pathname}: ${error.message}`),
  )
  if (people[person]) await signIn(page, people[person])
  if (person === 'secretariat') await openStockTaking(page)
  if (person === 'rapporteur') await makeItems(page)
  for (const [name, , where, follow] of wanted.filter(([, role]) => role === person)) {
    await page.setViewportSize({ width: 1280, height: 900 })
    await open(page, where)
    if (follow) {
      const href = await page
        .locator(follow)
        .first()
        .getAttribute('href', { timeout: 3_000 })
        .catch(() => null)
      if (href) await open(page, href)
      else console.error(`${name}: no link to ${follow}`)
    }
    for (const { width, colorScheme } of looks) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await page.waitForTimeout(150)
      await page.screenshot({
        path: path.join(folder, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      })
    }
  }
  await context.close()
}
await browser.close()

async function signIn(page, email) {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'E-mail address' }).first().fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** Opens the consolidated list over all issued lists, if the demonstration is new. */
async function openStockTaking(page) {
  await open(page, `${SEVENTH}/consolidation/lists`)
  const opens = page.getByRole('button', { name: 'Open the consolidated list' })
  if ((await opens.count()) === 0) return
  for (const box of await page.locator('main input[type=checkbox]').all()) await box.check()
  await opens.click()
  await page.waitForURL((url) => url.pathname.endsWith('/consolidation'))
}

/** Makes three items, if there is none. */
async function makeItems(page) {
  await open(page, `${SEVENTH}/consolidation`)
  const items = page.locator('li[id^="item-"]')
  if ((await items.count()) > 0) return
  for (const at of [0, 1, 2]) {
    await page.locator('input[name=items]').nth(at).check()
    await page.getByRole('button', { name: 'Make it as it stands' }).click()
    await items.nth(at).waitFor()
  }
}

/** Live pages keep a connection open, so nothing waits for the network to be idle. */
async function open(page, where) {
  const answer = await page.goto(where, { waitUntil: 'load' })
  if (!answer?.ok()) console.error(`${where}: ${answer?.status()}`)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(700)
}
