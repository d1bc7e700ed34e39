import { expect, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { openedSession } from '@/tests/support/opened-session'
import { scenario } from '@/tests/support/scenario'

test('the Secretariat leaves a paragraph out of the report with a reason, and puts it back', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario()
  await openedSession(cast)
  const page = await enter(browser, 'secretariat')
  await goes(page, paths.report(cast.session.slug))
  const statements = page.getByRole('heading', { name: 'Statements' })
  await expect(statements).toContainText('C.')
  const last = page.locator('[id^=paragraph-]').last()
  const number = Number((await last.getAttribute('id'))!.replace('paragraph-', ''))
  const section = page.getByRole('region', { name: 'C. Statements' })
  await section.getByText('Leave this paragraph out …').click()
  await section.getByRole('button', { name: /Leave paragraph \d+ out/ }).click()
  await expect(section.getByText('Please fill in this field.')).toBeVisible()
  await section.getByLabel('Reason').fill('Nobody made a statement.')
  await isAccessible(page)
  await section.getByRole('button', { name: /Leave paragraph \d+ out/ }).click()

  await expect(statements).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Attendance' })).toContainText('C.')
  await expect(last).toHaveAttribute('id', `paragraph-${number - 1}`)
  const left = page.getByRole('region', { name: 'Left out' })
  await expect(left.getByText('Reason: Nobody made a statement.')).toBeVisible()
  await isAccessible(page)
  await left.getByRole('button', { name: /^Put back/ }).click()
  await expect(statements).toContainText('C.')
  await expect(last).toHaveAttribute('id', `paragraph-${number}`)
  await expect(left).toHaveCount(0)

  // Issued as a document, the draft says what is no longer as it stands there.
  await page.getByText('Release the draft …').click()
  await page.getByRole('button', { name: 'Yes: Release the draft' }).click()
  const documents = page.getByRole('region', { name: 'Documents of the draft' })
  await expect(documents.getByRole('link', { name: /\/L\.\d+$/ }).first()).toBeVisible()
  const omitted = await section.locator('[id^=paragraph-]').first().getAttribute('id')
  await section.getByText('Leave this paragraph out …').click()
  await section.getByLabel('Reason').fill('Nobody made a statement.')
  await section.getByRole('button', { name: /Leave paragraph \d+ out/ }).click()
  const gone = `Paragraph ${omitted!.replace('paragraph-', '')} of it is no longer in the report.`
  await expect(documents.getByText(gone)).toBeVisible()
  await expect(last).toContainText(/in \S+\/L\.\d+ as paragraph \d+/)
  await isAccessible(page)
})
