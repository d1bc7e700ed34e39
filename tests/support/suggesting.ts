import { expect, type Page } from '@playwright/test'
import { writesText } from './journey'
import { reachServersDatabase } from './journey-database'
import { scenario } from './scenario'

/**
 * The address of a session of a journey's own, with the cast in it: who begins a proposal goes on with one
 * that they left empty, hence two journeys of one person in one session would meet in a draft.
 */
export async function ownSession(): Promise<string> {
  reachServersDatabase()
  const { session } = await scenario()
  return `/sessions/${session.slug}`
}

/** A proposal with this text by the delegation of this head; returns its address. */
export async function proposes(head: Page, session: string, text: string): Promise<string> {
  await head.goto(`${session}/drafts`)
  await head.getByRole('button', { name: 'Write a proposal' }).click()
  await head.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(head, text)
  await head.getByLabel('Recommendation').check()
  await head.getByLabel('Agenda item').selectOption({ index: 1 })
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await head.getByRole('button', { name: /^Submit for/ }).click()
  await head.waitForURL(/receipts\/1/)
  return new URL(head.url()).pathname.replace(/\/receipts\/1$/, '')
}

/** Opens the text for a suggested change and writes the new words and the reason. */
export async function writesChange(page: Page, proposal: string, text: string, reason: string) {
  await page.goto(proposal)
  const begins = page.getByRole('button', { name: 'Suggest a change' })
  await begins.or(page.getByRole('link', { name: 'Continue suggested change' })).click()
  await page.waitForURL(/amendments\/drafts/)
  await writesText(page, text)
  await page.getByLabel('Reason').fill(reason)
  await expect(page.getByTestId('keeper')).toContainText('Saved at')
}

export async function releases(page: Page) {
  await page.getByRole('button', { name: 'Check before releasing' }).click()
  await page.waitForURL(/check$/)
  await page.getByRole('button', { name: /^Release for/ }).dblclick()
  await page.waitForURL(/amendments\/\d+\?new/)
}
