import { expect, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { issuedList } from '@/tests/support/issued-list'
import { enter, isAccessible, opensStockTaking } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'

/** A stock-taking that is not opened yet; three items of an earlier session wait for it. */
async function stockTakingToCome(): Promise<string> {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const texts = [
    'Member States should train teachers.',
    'Member States should train every teacher.',
    'Courts should accept electronic evidence.',
  ]
  await issuedList(cast.session.groupId, 5, texts, [cast.arvenia, cast.belmara])
  return paths.consolidation(cast.session.slug)
}

test('two items become one, all others are settled, and the Chair declares the list adopted', async ({
  browser,
}) => {
  const desk = await stockTakingToCome()
  const secretariat = await enter(browser, 'secretariat', desk)
  await opensStockTaking(secretariat, desk)
  const rapporteur = await enter(browser, 'rapporteur', desk)
  await expect(rapporteur.getByText('0 of 3 items have an outcome')).toBeVisible()
  await isAccessible(rapporteur)
  await rapporteur.goto(`${desk}?words=teacher`)
  await isAccessible(rapporteur)
  for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
  await expect(rapporteur.getByText(/items? ticked/)).toBeVisible()
  await rapporteur.getByRole('button', { name: /^Word/ }).click()
  const panel = rapporteur.locator('[data-panel]')
  await panel.getByLabel('Text', { exact: true }).fill('Member States should train all teachers.')
  await panel.getByLabel('Recommendation').check()
  await panel.getByLabel('Heading', { exact: true }).selectOption({ label: 'A new heading' })
  await panel.getByLabel('Title of the new heading').fill('Prevention')
  await panel.getByLabel('Reason').fill('Both ask for the same.')
  await isAccessible(rapporteur)
  await panel.getByRole('button', { name: 'Make the item' }).click()
  await expect(panel).toHaveCount(0)
  await expect(
    rapporteur.getByText('Member States should train all teachers.').first(),
  ).toBeVisible()
  const chair = await enter(browser, 'chair', desk)
  await expect(chair.getByRole('link', { name: 'Check before adoption' })).toHaveCount(0)
  await rapporteur.goto(`${desk}?outcome=none`)
  for (const box of await rapporteur.getByRole('checkbox').all()) await box.check()
  await expect(rapporteur.getByText(/items? ticked/)).toBeVisible()
  await rapporteur.getByRole('button', { name: /^Set/ }).click()
  await panel.getByLabel('Deferred').check()
  await panel.getByLabel('Reason').fill('For the next mandate.')
  await isAccessible(rapporteur)
  await rapporteur.getByRole('button', { name: 'Give this outcome' }).click()
  await expect(panel).toHaveCount(0)
  await expect(rapporteur.getByText('No item matches.')).toBeVisible()
  await chair.goto(desk)
  await chair.getByRole('link', { name: 'Check before adoption' }).click()
  await isAccessible(chair)
  await chair.getByLabel('Meeting at which it is adopted').selectOption('6')
  await chair.getByRole('button', { name: 'Declare the list adopted' }).click()
  await expect(chair.getByText('Adopted by consensus at the 6th meeting')).toBeVisible()
  await isAccessible(chair)
})
