import { expect, test } from '@playwright/test'
import { enter, isAccessible } from '@/tests/support/journey'

const SESSION = '/sessions/seventh-session-2021'

test('the Chair rules at the console, and the room reads the ruling until the Chair takes it off', async ({
  browser,
}) => {
  const chair = await enter(browser, 'chair', `${SESSION}/console`)
  const delegate = await enter(browser, 'head', `${SESSION}/screen`)
  const shown = delegate.getByTestId('decision')
  await expect(shown).toHaveCount(0)
  const item = await delegate.locator('.room-text').count()
  const rapporteur = await enter(browser, 'rapporteur', `${SESSION}/console`)
  const seenThere = rapporteur.getByRole('region', { name: 'The room has this before it' })

  const words = 'The time limit for statements on this item is three minutes.'
  const rulings = chair.getByRole('region', { name: 'Rulings and decisions' })
  await rulings.getByRole('button', { name: 'Rule', exact: true }).click()
  await expect(rulings.getByText('Please fill in this field.')).toBeVisible()
  await rulings.getByLabel('Words of the ruling').fill(words)
  await rulings.getByRole('button', { name: 'Rule', exact: true }).click()
  const before = chair.getByRole('region', { name: 'The room has this before it' })
  await expect(before.getByText(words)).toBeVisible()
  await expect(shown).toHaveText('Ruling of the Chair')
  await expect(delegate.locator('.room-text')).toHaveText(words)
  await expect(seenThere.getByText(words)).toBeVisible()
  await isAccessible(chair)
  await isAccessible(delegate)
  const projector = await enter(browser, 'secretariat', `${SESSION}/screen/projector`)
  await expect(projector.locator('.projector-text')).toHaveText(words)
  await isAccessible(projector)

  await rulings.getByRole('button', { name: 'Show decision 4 on the screen' }).click()
  await expect(delegate.locator('.room-text')).toHaveText('Agenda adopted')
  await expect(shown).toHaveText('Decision of the Group')
  await before.getByRole('button', { name: 'Take it off the screen' }).click()
  await expect(shown).toHaveCount(0)
  await expect(projector.getByTestId('decision')).toHaveCount(0)
  await expect(delegate.locator('.room-text')).toHaveCount(item)
  await expect(seenThere).toHaveCount(0)

  await rulings.getByLabel('What is ruled').selectOption('suspended')
  await rulings.getByLabel('Words of the ruling').fill('')
  await rulings.getByLabel('Show it on the screen at once').uncheck()
  await rulings.getByRole('button', { name: 'Rule', exact: true }).click()
  await expect(rulings.getByText('Session suspended')).toBeVisible()
  await expect(shown).toHaveCount(0)
  await rulings.getByLabel('What is ruled').selectOption('resumed')
  await rulings.getByRole('button', { name: 'Rule', exact: true }).click()
  await expect(delegate.locator('.room-text')).toHaveText('Session resumed')
  await before.getByRole('button', { name: 'Take it off the screen' }).click()
  await expect(shown).toHaveCount(0)
})
