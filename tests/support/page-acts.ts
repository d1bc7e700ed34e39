import { expect, type Page } from '@playwright/test'
import { goes } from './by-links'

/** Chooses the group of a new session, where the installation has several; any of them. */
export async function choosesGroup(secretariat: Page): Promise<void> {
  const group = secretariat.getByLabel('Group', { exact: true })
  if ((await group.count()) > 0) await group.selectOption({ index: 1 })
}

/** The Secretariat sets up a session; answers the path of its page. */
export async function setsUpSession(
  secretariat: Page,
  { number, first, last }: { number: string; first: string; last: string },
): Promise<string> {
  await goes(secretariat, '/sessions/new')
  await choosesGroup(secretariat)
  await secretariat.getByLabel('Number', { exact: true }).fill(number)
  await secretariat.getByLabel('First day').fill(first)
  await secretariat.getByLabel('Last day').fill(last)
  await secretariat.getByRole('button', { name: 'Set up the session' }).click()
  await secretariat.waitForURL((url) => /^\/sessions\/(?!new)/.test(url.pathname))
  return new URL(secretariat.url()).pathname
}

/** Writes an agenda of organizational matters and one substantive item. */
export async function writesAgenda(
  secretariat: Page,
  session: string,
  item: string,
): Promise<void> {
  await goes(secretariat, `${session}/agenda`)
  await secretariat.getByLabel('Line 1: Title').fill('Organizational matters')
  await secretariat.getByLabel('Line 1: Kind').selectOption('organizational')
  await secretariat.getByLabel('Line 2: Title').fill(item)
  await secretariat.getByRole('button', { name: 'Save the agenda' }).click()
  await secretariat.waitForURL((url) => url.pathname === session)
}

/** Enters a decision on the page of steps. */
export async function decides(
  page: Page,
  step: string,
  fields: Record<string, string>,
): Promise<void> {
  await page.getByLabel('What').selectOption(step)
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: true })
    const isList = await field.evaluate((element) => element instanceof HTMLSelectElement)
    await (isList ? field.selectOption({ label: value }) : field.fill(value))
  }
  await page.getByRole('button', { name: 'Enter the decision' }).click()
}

/** Presses each button of that name until none is left; each press draws the page anew. */
export async function pressAll(page: Page, name: RegExp | string): Promise<void> {
  const buttons = page.getByRole('button', { name })
  for (let left = await buttons.count(); left > 0; left = await buttons.count()) {
    await buttons.first().click()
    await expect(buttons).toHaveCount(left - 1)
  }
}
