import { expect, test } from '@playwright/test'
import { groupOfStates } from '@/tests/support/attributing'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible, writesText } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'

test('a State proposes and comments on behalf of its group; a member dissociates itself and returns', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario()
  await groupOfStates(cast, [cast.arvenia, cast.belmara, cast.doranta])
  const session = `/sessions/${cast.session.slug}`

  // Only the groups of one's own State are offered, and the check names the members of today.
  const corvina = await enter(browser, 'corvina')
  await goes(corvina, `${session}/drafts`)
  await corvina.getByRole('button', { name: 'Write a proposal' }).click()
  await corvina.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await expect(corvina.getByLabel('On behalf of')).toHaveCount(0)
  const head = await enter(browser, 'head')
  await goes(head, `${session}/drafts`)
  await head.getByRole('button', { name: 'Write a proposal' }).click()
  await head.waitForURL(/drafts\/[0-9a-f-]{36}$/)
  await writesText(head, 'Member States should keep the records of all requests that they answer.')
  await head.getByLabel('Recommendation').check()
  await head.getByLabel('Agenda item').selectOption({ index: 1 })
  await head.getByLabel('On behalf of').selectOption({ label: 'Group of Island States' })
  await expect(head.getByTestId('keeper')).toContainText('Saved at')
  await isAccessible(head)
  await head.getByRole('button', { name: 'Check before submitting' }).click()
  await expect(head.getByText('Group of Island States: Arvenia, Belmara and Doranta')).toBeVisible()
  await isAccessible(head)
  await head.getByRole('button', { name: /^Submit for/ }).click()
  await head.waitForURL(/receipts\/1/)
  await expect(
    head.getByText('Arvenia, on behalf of the Group of Island States', { exact: true }),
  ).toBeVisible()
  const proposal = new URL(head.url()).pathname.replace(/\/receipts\/1$/, '')

  // Everybody reads the author and the group; Corvina, not a member, is offered no act.
  await goes(corvina, proposal)
  await expect(
    corvina.getByText('Proposed by Arvenia, on behalf of the Group of Island States'),
  ).toBeVisible()
  await expect(corvina.getByText('Members on that day: Arvenia, Belmara and Doranta')).toBeVisible()
  await isAccessible(corvina)
  await corvina.getByRole('link', { name: 'Members and dissociation' }).click()
  await expect(corvina.getByRole('heading', { level: 1 })).toHaveText(
    'On behalf of the Group of Island States',
  )
  await expect(corvina.getByRole('link', { name: 'Dissociate ourselves' })).toHaveCount(0)
  await isAccessible(corvina)

  // Doranta dissociates itself after a check.
  const doranta = await enter(browser, 'doranta')
  await goes(doranta, proposal)
  await doranta.getByRole('link', { name: 'Members and dissociation' }).click()
  await doranta.getByRole('link', { name: 'Dissociate ourselves' }).click()
  await expect(doranta.getByRole('heading', { level: 1 })).toHaveText(
    'Doranta dissociates itself from proposal 1',
  )
  await isAccessible(doranta)
  await doranta.getByLabel('Reason').fill('We were not asked.')
  await doranta.getByRole('button', { name: 'Dissociate ourselves' }).dblclick()
  await expect(doranta.getByText('We were not asked.')).toBeVisible()
  await goes(corvina, proposal)
  await corvina.reload()
  await expect(
    corvina.getByText(
      'Proposed by Arvenia, on behalf of the Group of Island States, except Doranta',
    ),
  ).toBeVisible()
  await goes(corvina, `${session}/proposals`)
  await expect(corvina.getByRole('table')).toContainText('except Doranta')
  await goes(corvina, `${session}/record`)
  await expect(
    corvina.getByText(
      'dissociated itself from proposal 1, which Arvenia submitted on behalf of the Group of Island States',
    ),
  ).toBeVisible()

  // A comment bears its own attribution.
  const belmara = await enter(browser, 'belmara')
  await goes(belmara, proposal)
  await belmara.getByRole('link', { name: 'Comment on the whole text' }).click()
  await belmara.getByLabel('Position').selectOption({ index: 1 })
  await belmara.getByLabel('On behalf of').selectOption({ label: 'Group of Island States' })
  await belmara.getByLabel('Comment', { exact: true }).fill('Our group can go along with this.')
  await belmara.getByRole('button', { name: /^Release as our delegation/ }).click()
  await expect(
    belmara.getByRole('link', { name: 'on behalf of the Group of Island States', exact: true }),
  ).toBeVisible()

  // Doranta returns to the group's proposal by a new act.
  await doranta.getByRole('link', { name: 'Associate ourselves again' }).click()
  await isAccessible(doranta)
  await doranta.getByRole('button', { name: 'Associate ourselves again' }).click()
  await expect(doranta.getByRole('link', { name: 'Dissociate ourselves' })).toBeVisible()
  await goes(corvina, proposal)
  await corvina.reload()
  await expect(
    corvina.getByText('Proposed by Arvenia, on behalf of the Group of Island States', {
      exact: true,
    }),
  ).toBeVisible()
})
