import { expect, type Page, test } from '@playwright/test'
import { startRoundRobin } from '@/scripts/bench/round-robin'
import { castOfficers } from '@/lib/demonstration/cast'
import { enter, isAccessible, opensStockTaking, visit } from '@/tests/support/journey'
import { issuedList } from '@/tests/support/issued-list'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'

// A small stock-taking by the whole cast, each in a browser of their own: from the accumulated lists
// of two sessions to the adopted list, its snapshot and its concordance, with the screen of the room
// open in a delegate's browser all the time. The session is of a group of its own, so that the lists
// of other journeys have nothing to do with it.

const { chair: theChair, viceChair: theViceChair } = castOfficers

/** The text before the room on a delegate's own device. */
const onScreen = (page: Page) => page.locator('article')

/** Writes at the end of the text before the room. */
async function types(page: Page, words: string): Promise<void> {
  const editor = page.locator('.ProseMirror')
  await editor.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(words)
}

async function declares(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: status, exact: true }).click()
}

test('a small stock-taking, from the lists of two sessions to the adopted list', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000)
  reachServersDatabase()
  const { session, arvenia, belmara, corvina } = await scenario({ kind: 'stockTaking' })
  await issuedList(
    session.groupId,
    4,
    ['Member States should adopt laws on cybercrime.', 'Member States should train judges.'],
    [arvenia, belmara],
  )
  await issuedList(
    session.groupId,
    5,
    ['Member States should enact laws on cybercrime.', 'Member States should meet each year.'],
    [corvina, arvenia],
  )
  const home = `/sessions/${session.slug}`
  const desk = `${home}/consolidation`
  const stranger = await visit(browser, '/public')

  // A. The Rapporteur makes one item of two, one of one, and sets one aside; none is dropped.
  await opensStockTaking(await enter(browser, 'secretariat', desk), desk)
  const rapporteur = await enter(browser, 'rapporteur', desk)
  await expect(rapporteur.getByText('0 of 4 items have an outcome')).toBeVisible()
  const make = async (words: string, text: string, heading: string) => {
    await rapporteur.goto(`${desk}?words=${words}`)
    for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
    await expect(rapporteur.getByText(/items? ticked/)).toBeVisible()
    await rapporteur.getByRole('button', { name: /^Word/ }).click()
    const panel = rapporteur.locator('[data-panel]')
    await panel.getByLabel('Text', { exact: true }).fill(text)
    await panel.getByLabel('Recommendation').check()
    await panel.getByLabel('Heading', { exact: true }).selectOption({ label: 'A new heading' })
    await panel.getByLabel('Title of the new heading').fill(heading)
    await panel.getByLabel('Reason').fill('As the sessions asked.')
    await rapporteur.getByRole('button', { name: 'Make the item' }).click()
    await expect(panel).toHaveCount(0)
  }
  await make('laws', 'Member States should adopt and enact laws.', 'Legislation')
  await make('judges', 'Member States should train judges.', 'Capacity-building')
  await rapporteur.goto(`${desk}?outcome=none`)
  for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
  await expect(rapporteur.getByText(/items? ticked/)).toBeVisible()
  await rapporteur.getByRole('button', { name: /^Set/ }).click()
  await rapporteur.locator('[data-panel]').getByLabel('Not agreed').check()
  await rapporteur
    .locator('[data-panel]')
    .getByLabel('Reason')
    .fill('A yearly meeting was not agreed.')
  await rapporteur.getByRole('button', { name: 'Give this outcome' }).click()
  await expect(rapporteur.getByText('4 of 4 items have an outcome')).toBeVisible()

  // B. The Chair puts the first item before the room; a delegate's device shows it.
  // The device's line goes through an address that can be cut off; cookies do not mind the port.
  const line = await startRoundRobin()
  line.instances.push(baseURL!)
  const port = Number(new URL(line.url).port)
  const delegate = await enter(browser, 'head', '/')
  await delegate.goto(`http://localhost:${port}${home}/screen`)
  await expect(delegate.getByText('No item is on the screen.')).toBeVisible()
  await isAccessible(delegate)
  const chair = await enter(browser, 'chair', `${home}/console`)
  await isAccessible(chair)
  await chair.getByRole('button', { name: 'Start with the first item' }).click()
  await expect(onScreen(delegate)).toContainText('Member States should adopt and enact laws.')
  await declares(chair, 'Under discussion')
  await expect(onScreen(delegate)).toContainText('Under discussion')
  await isAccessible(chair)
  await isAccessible(delegate)

  // C. The Rapporteur types as the room speaks, the Secretariat too; nothing of either is lost.
  await rapporteur.goto(`${home}/console`)
  const secretariat = await enter(browser, 'secretariat', `${home}/console`)
  await types(rapporteur, ' in good time')
  await expect(onScreen(delegate).locator('ins')).toHaveText(/in good time/)
  await expect(secretariat.locator('.ProseMirror')).toContainText('in good time')
  const editor = secretariat.locator('.ProseMirror')
  await editor.click()
  await secretariat.keyboard.press('ControlOrMeta+Home')
  await secretariat.keyboard.type('All ')
  await expect(onScreen(delegate)).toContainText('All Member States')
  await expect(rapporteur.locator('.ProseMirror')).toContainText('All Member States')
  // A State reads the item on its own device, to object: the page follows the wording.
  const objector = await enter(browser, 'belmara', `${home}/screen`)
  await objector.getByRole('link', { name: 'Open the item, or object' }).click()
  await expect(objector).toHaveTitle(/^1 \(a\) “Member States should adopt/)
  await objector.getByLabel('Object to agreement on this wording').fill('Our law needs no change.')
  await rapporteur.getByLabel('Reason').fill('As Arvenia proposed.')
  await rapporteur.getByRole('button', { name: 'Save as the wording' }).click()
  await expect(objector.getByLabel('Words that your delegation could agree to')).toHaveValue(
    /in good time/,
  )
  await expect(onScreen(delegate).locator('ins')).toHaveCount(0)
  await expect(onScreen(delegate)).toContainText('enact laws in good time.')
  await isAccessible(rapporteur)

  // D. A State objects with a reason from its own device, another speaks for the item: the Chair sees
  // both, and agreement is not offered. The objection is withdrawn, and the item is agreed.
  await objector
    .getByLabel('Words that your delegation could agree to')
    .fill('All Member States should enact laws in good time, where needed.')
  await objector.getByRole('button', { name: 'Object', exact: true }).click()
  await expect(objector.getByRole('button', { name: 'Withdraw our objection' })).toBeVisible()
  await isAccessible(objector)
  const supporter = await enter(browser, 'corvina', `${home}/screen`)
  await supporter.getByRole('link', { name: 'Open the item, or object' }).click()
  await supporter.getByRole('button', { name: 'Support this wording' }).click()
  await expect(chair.getByText('Our law needs no change.')).toBeVisible()
  await expect(chair.getByRole('region', { name: /^In favour/ })).toContainText('Corvina')
  await expect(chair.getByRole('button', { name: 'Agreed', exact: true })).toHaveCount(0)
  await expect(chair.locator('section[aria-labelledby=objections] ins')).toHaveText(/where needed/)
  await chair.getByRole('button', { name: 'Put the words of Belmara on the screen' }).click()
  await expect(onScreen(delegate).locator('ins')).toHaveText(/where needed/)
  await isAccessible(chair)
  await chair.getByRole('button', { name: 'Remove the typed changes' }).click()
  await expect(onScreen(delegate).locator('ins')).toHaveCount(0)
  await objector.getByRole('button', { name: 'Withdraw our objection' }).click()
  await expect(chair.getByText('No objections.')).toBeVisible()
  await declares(chair, 'Agreed')
  await expect(onScreen(delegate).getByTestId('status')).toHaveText('Agreed')

  // E. An agreed item is reopened by the Chair alone, and agreed again.
  await expect(rapporteur.getByRole('button', { name: 'Reopen the item' })).toHaveCount(0)
  await declares(chair, 'Reopen the item')
  await expect(onScreen(delegate).getByTestId('status')).toHaveText('Under discussion')
  await declares(chair, 'Agreed')
  await expect(onScreen(delegate).getByTestId('status')).toHaveText('Agreed')

  // F. The items agreed so far are posted, without change marks yet.
  await secretariat.goto(`${home}/snapshots`)
  await secretariat.getByRole('button', { name: 'Take a snapshot now' }).click()
  await secretariat.waitForURL(`**${home}/snapshots/1`)
  await expect(
    secretariat.getByRole('heading', { name: /^Agreed paragraphs \(Status: \d+ \w+ \d{4}, / }),
  ).toBeVisible()
  await isAccessible(secretariat)

  // G. The Chair hands the powers over: the Vice-Chair acts with them, and the Chair can't.
  await chair.goto(`${home}/officers`)
  await chair.getByLabel('Vice-Chair', { exact: true }).selectOption({ label: theViceChair.name })
  await chair.getByRole('button', { name: 'Hand over' }).click()
  await expect(chair.getByRole('button', { name: 'Take the powers back' })).toBeVisible()
  await chair.goto(`${home}/console`)
  await expect(chair.getByText('The presiding officer declares')).toBeVisible()
  const viceChair = await enter(browser, 'viceChair', `${home}/console`)

  // H. A delegate's device is cut off, says so, and catches up by itself when its line is back.
  await line.stop()
  await expect(delegate.getByText(/^Not live since/)).toBeVisible()
  await viceChair.keyboard.press('j')
  await expect(viceChair.getByText('item 2 of 2')).toBeVisible()
  await declares(viceChair, 'Agreed')
  await expect(viceChair.getByRole('button', { name: 'Reopen the item' })).toBeVisible()
  await expect(onScreen(delegate)).toContainText('enact laws in good time.')
  const mended = await startRoundRobin(port)
  mended.instances.push(baseURL!)
  await expect(onScreen(delegate)).toContainText('Member States should train judges.')
  await expect(onScreen(delegate).getByTestId('status')).toHaveText('Agreed')
  await expect(delegate.getByText(/^Not live since/)).toHaveCount(0)
  await secretariat.goto(`${home}/snapshots`)
  await secretariat.getByRole('button', { name: 'Take a snapshot now' }).click()
  await secretariat.waitForURL(`**${home}/snapshots/2`)
  await isAccessible(secretariat)
  await secretariat.goto(`${home}/snapshots/2?against=1`)
  await expect(secretariat.locator('ins')).toHaveText('Member States should train judges.')
  await isAccessible(secretariat)

  // I. Nothing of the list is public before the room decides on the whole of it.
  const open = `/public/${session.slug}`
  for (const page of ['consolidated', 'consolidated?what=concordance&format=csv', 'lineage'])
    expect((await stranger.request.get(`${open}/${page}`)).status()).toBe(404)
  await viceChair.goto(desk)
  await viceChair.getByRole('link', { name: 'Check before adoption' }).click()
  await isAccessible(viceChair)
  await viceChair.getByLabel('Meeting at which it is adopted').selectOption('6')
  await viceChair.getByRole('button', { name: 'Declare the list adopted' }).click()
  await expect(viceChair.getByText('Adopted by consensus at the 6th meeting')).toBeVisible()
  await expect(onScreen(delegate).getByTestId('status')).toHaveText('Adopted')
  await mended.stop()
  await isAccessible(viceChair)

  // J. From then it is everybody's, with all that it comes from.
  await stranger.goto('/public')
  await stranger.locator(`a[href="${open}/consolidated"]`).click()
  await expect(stranger.getByText('All Member States should adopt and enact laws')).toBeVisible()
  await expect(stranger.getByText('Belmara')).toHaveCount(0)
  await isAccessible(stranger)
  await stranger.getByRole('link', { name: 'Concordance' }).click()
  await expect(stranger.getByText('A yearly meeting was not agreed.')).toBeVisible()
  await isAccessible(stranger)
  await stranger.getByRole('link', { name: 'Record of decisions' }).click()
  await expect(
    stranger
      .getByText(`${theViceChair.name}, Vice-Chair, with the powers of ${theChair.name}`)
      .first(),
  ).toBeVisible()
  await isAccessible(stranger)
  await stranger.goto(`${open}/lineage`)
  await isAccessible(stranger)
  await stranger.goto(`${open}/snapshots/2?against=1`)
  await expect(stranger.getByText(/^Agreed paragraphs \(Status: /).first()).toBeVisible()
  await isAccessible(stranger)
  for (const [label, format, type] of [
    ['list', 'docx', 'wordprocessingml'],
    ['list', 'pdf', 'application/pdf'],
    ['list', 'json', 'application/json'],
    ['concordance', 'xlsx', 'spreadsheetml'],
    ['concordance', 'csv', 'text/csv'],
  ]) {
    const file = await stranger.request.get(`${open}/consolidated?what=${label}&format=${format}`)
    expect(file.status()).toBe(200)
    expect(file.headers()['content-type']).toContain(type)
  }
})
