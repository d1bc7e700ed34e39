import { expect, type Page, test } from '@playwright/test'
import { paths } from '@/lib/paths'
import { groupOfStates } from '@/tests/support/attributing'
import { goes } from '@/tests/support/by-links'
import { circulated } from '@/tests/support/circulating'
import { emails, enter, isAccessible, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { scenario } from '@/tests/support/scenario'
import { linkSentTo } from '@/tests/support/sent-links'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('a State comments on a circulated item on behalf of its group; a member dissociates itself, in public too', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  await groupOfStates(cast, [cast.belmara, cast.doranta])
  const { slug } = cast.session
  const sent = await circulated(cast, { postingRule: 'atRelease' })

  const belmara = await enter(browser, 'belmara')
  await goes(belmara, paths.circulationComments(slug, sent.id))
  await belmara.getByRole('link', { name: 'Item 1 (a)' }).first().click()
  await belmara.getByRole('link', { name: 'Comment', exact: true }).click()
  await belmara.getByLabel('Position').selectOption('reserves')
  await belmara.getByRole('textbox', { name: 'Comment' }).fill('We need a month.')
  await belmara.getByLabel('On behalf of').selectOption({ label: 'Group of Island States' })
  await isAccessible(belmara)
  await press(belmara, /^Release/)
  const ours = belmara.getByText('on behalf of the Group of Island States')
  await expect(ours.first()).toBeVisible()
  await isAccessible(belmara)

  const reader = await visit(browser, '/public')
  await goes(reader, paths.publicCirculation(slug, sent.id))
  await reader.getByRole('link', { name: 'Item 1 (a)' }).first().click()
  await expect(
    reader.getByText('Belmara, on behalf of the Group of Island States').first(),
  ).toBeVisible()
  await isAccessible(reader)

  // The letter to the members leads Doranta there.
  const doranta = await enter(browser, 'doranta')
  await doranta.goto(await linkSentTo(emails.doranta, `/sessions/${slug}/on-behalf/`))
  await doranta.getByRole('link', { name: 'Dissociate ourselves' }).click()
  await doranta.getByLabel('Reason').fill('A week is enough.')
  await press(doranta, 'Dissociate ourselves')
  await expect(doranta.getByText('A week is enough.')).toBeVisible()
  await reader.reload()
  await expect(reader.getByText(/except Doranta/).first()).toBeVisible()
})

test('the Secretariat gives a piece of a joint paper to the State for which it speaks, under whose name it is read', async ({
  browser,
}) => {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const { slug } = cast.session
  const sent = await circulated(cast, { postingRule: 'atRelease' })
  const page = await enter(browser, 'secretariat')
  await goes(page, paths.papers(slug, sent.id))
  await page.getByLabel('On behalf of').selectOption({ label: 'Belmara' })
  await page
    .getByLabel('Or paste the text')
    .fill(
      [
        'On the words “share electronic evidence”: Belmara supports this.',
        'On the words “adopt laws on cybercrime”: Corvina does not support this.',
      ].join('\n\n'),
    )
  await press(page, 'Read it')
  await page.getByRole('link', { name: 'Change: Piece 2' }).click()
  await page.getByLabel('For whom it speaks').selectOption({ label: 'Corvina' })
  await isAccessible(page)
  await press(page, 'Give it to that delegation')
  await expect(page.getByText('Speaks for Corvina')).toBeVisible()
  await press(page, /^Accept (all )?\d clear/)
  await press(page, /^Put \d comments in hand$/)
  await press(page, 'Release 1 comment as received from Corvina')
  await press(page, /^Release 1 comment as received( from Belmara)?$/)
  await isAccessible(page)

  const reader = await visit(browser, '/public')
  await goes(reader, paths.publicCirculation(slug, sent.id))
  await reader.getByRole('link', { name: 'Item 1 (b)' }).first().click()
  await expect(reader.getByText('Corvina does not support this.')).toBeVisible()
  const names = reader.getByRole('main').getByRole('heading', { level: 3 })
  await expect(names).toHaveText(['Corvina'])
})
