import { expect, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { openedSession } from '@/tests/support/opened-session'
import { pressAll } from '@/tests/support/page-acts'
import { type Scenario, scenario } from '@/tests/support/scenario'

/** A session that was opened and has three meetings; its report knows no more. */
async function opened(): Promise<Scenario> {
  reachServersDatabase()
  const cast = await scenario()
  await openedSession(cast)
  return cast
}

test('a report is drafted, released, closed, adopted as orally amended and taken away', async ({
  browser,
}) => {
  const { session } = await opened()
  const report = paths.report(session.slug)
  const secretariat = await enter(browser, 'secretariat')

  await test.step('the Secretariat closes what it can and writes a paragraph', async () => {
    await goes(secretariat, report)
    await isAccessible(secretariat)
    const open = secretariat.getByRole('region', { name: 'Still open' })
    await expect(open.getByText('Who attended')).toBeVisible()
    await open.getByRole('link', { name: 'To the attendance' }).click()
    await secretariat.getByLabel('Member State', { exact: true }).fill('12')
    await secretariat.getByRole('button', { name: 'Save the counts' }).click()
    await secretariat.getByRole('button', { name: 'Close the attendance' }).click()
    await expect(secretariat.getByText('The counts are final.', { exact: true })).toBeVisible()
    await goes(secretariat, report)
    await expect(
      secretariat.getByText('attended by representatives of 12 Member States.'),
    ).toBeVisible()
    await secretariat.getByRole('link', { name: 'Write a paragraph at the end of I.' }).click()
    await secretariat
      .getByLabel('Text in English', { exact: true })
      .fill('The host thanked the group.')
    await isAccessible(secretariat)
    await secretariat.getByRole('button', { name: 'Keep', exact: true }).click()
    await expect(secretariat.getByText('The host thanked the group.')).toBeVisible()
    await secretariat.getByRole('link', { name: /^Revise paragraph/ }).click()
    const versions = secretariat.getByRole('navigation', { name: 'Language versions' })
    await versions.getByRole('link', { name: 'Arabic' }).click()
    const arabic = secretariat.getByLabel('Text in Arabic', { exact: true })
    await arabic.fill('شكر المضيف المجموعة.')
    await expect(arabic).toHaveCSS('direction', 'rtl')
    await isAccessible(secretariat)
    await secretariat.getByRole('button', { name: 'Keep', exact: true }).click()
    await secretariat.getByText('One other version').click()
    await expect(secretariat.locator('[lang=ar][dir=rtl]')).toHaveText('شكر المضيف المجموعة.')
    await secretariat.getByText('Release the draft …').click()
    await secretariat.getByRole('button', { name: 'Yes: Release the draft' }).click()
    await expect(secretariat.getByText(/2020\/L\.\d+/).first()).toBeVisible()
  })

  await test.step('a delegation reads the draft and writes nothing', async () => {
    const adviser = await enter(browser, 'adviser')
    await goes(adviser, report)
    await expect(adviser.getByRole('heading', { name: 'Draft report' })).toBeVisible()
    await expect(adviser.getByRole('link', { name: /Write a paragraph/ })).toHaveCount(0)
    await expect(adviser.getByRole('link', { name: 'Put to adoption' })).toHaveCount(0)
  })

  const chair = await enter(browser, 'chair')
  await test.step('the Chair is refused while a place is open', async () => {
    await goes(chair, report)
    await chair.getByRole('link', { name: 'Put to adoption' }).click()
    await isAccessible(chair)
    await expect(chair.getByText('paragraphs are pending')).toBeVisible()
    await chair.getByRole('navigation', { name: 'Paragraphs' }).getByRole('link').nth(1).click()
    await chair.getByRole('button', { name: 'Declare adopted', exact: true }).click()
    await expect(chair.getByText('still open. Close it')).toBeVisible()
  })

  await test.step('the Secretariat leaves the rest to be completed', async () => {
    await goes(secretariat, report)
    await secretariat.reload()
    await pressAll(secretariat, /^The Secretariat completes it/)
  })

  await test.step('the Chair adopts each paragraph, one as orally amended, then the whole', async () => {
    await goes(chair, report)
    await chair.getByRole('link', { name: 'Put to adoption' }).click()
    const pending = chair
      .getByRole('navigation', { name: 'Paragraphs' })
      .getByText('pending', { exact: true })
    const before = await pending.count()
    await chair.getByText('Amend orally').click()
    const text = chair.getByLabel('Text as orally amended', { exact: true })
    await text.fill('The host thanked the Expert Group.')
    await chair.getByRole('button', { name: 'Declare adopted as amended' }).click()
    await expect(pending).toHaveCount(before - 1)
    for (let left = await pending.count(); left > 0; left = await pending.count()) {
      await chair.getByRole('button', { name: 'Declare adopted', exact: true }).click()
      await expect(pending).toHaveCount(left - 1)
    }
    await chair.getByLabel('Meeting', { exact: true }).selectOption('3')
    await chair.getByRole('button', { name: 'Declare the report adopted' }).click()
    await expect(chair.getByRole('heading', { name: 'Report', exact: true })).toBeVisible()
    await expect(chair.getByText('The host thanked the Expert Group.')).toBeVisible()
    await expect(chair.getByText('At its 3rd meeting, on 29 July 2020')).toBeVisible()
    await isAccessible(chair)
  })

  await test.step('the report is taken away in five forms', async () => {
    for (const name of ['Word', 'PDF', 'Akoma Ntoso', 'JSON']) {
      const [download] = await Promise.all([
        chair.waitForEvent('download'),
        chair.getByRole('link', { name, exact: true }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/report/)
    }
    await chair.getByRole('link', { name: 'As a page' }).click()
    await expect(chair.getByText('The host thanked the Expert Group.')).toBeVisible()
  })
})
