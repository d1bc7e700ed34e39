import { expect, type Page } from '@playwright/test'

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
