import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { enter, isAccessible, opensStockTaking } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'

// A stock-taking of its own, so that the other journeys find the demonstration's as it is; another one at a retry.
let slug: string

test.beforeAll(async () => {
  const { retry } = test.info()
  reachServersDatabase()
  const seventh = await db.session.findUniqueOrThrow({ where: { slug: 'seventh-session-2021' } })
  const { groupId, place } = seventh
  slug = `eighth-session-2022-${retry}`
  const { id: sessionId } = await db.session.create({
    data: {
      groupId,
      slug,
      ordinal: 88 + retry,
      kind: 'stockTaking',
      startsOn: new Date('2022-04-04'),
      endsOn: new Date('2022-04-06'),
      place,
    },
  })
  const rapporteur = await db.office.findFirstOrThrow({
    where: { kind: 'rapporteur', sessionId: seventh.id },
  })
  await db.office.create({
    data: { kind: 'rapporteur', personId: rapporteur.personId, sessionId },
  })
  const { entityId, name, sortKey, representatives } = await db.delegation.findFirstOrThrow({
    where: { sessionId: seventh.id, name: 'Arvenia' },
    include: { representatives: { where: { endedAt: null } } },
  })
  const delegation = await db.delegation.create({
    data: { sessionId, entityId, name, sortKey, registeredAt: new Date() },
  })
  await db.representative.createMany({
    data: representatives.map(({ personId, role, maySubmit }) => ({
      delegationId: delegation.id,
      personId,
      role,
      maySubmit,
    })),
  })
})

test('two people work at the desk at once; a State finds its own again and disagrees', async ({
  browser,
}) => {
  const desk = `/sessions/${slug}/consolidation`
  const secretariat = await enter(browser, 'secretariat', desk)
  const rapporteur = await enter(browser, 'rapporteur', desk)
  await opensStockTaking(secretariat, desk)
  await rapporteur.goto(desk)
  await expect(rapporteur.getByText('0 of', { exact: false }).first()).toBeVisible()
  const list = (page: typeof rapporteur) =>
    page.getByRole('region', { name: 'Consolidated list' }).locator('li[id^=item-]')
  const announced = (page: typeof rapporteur, text: string) =>
    expect(page.getByText(text).first()).toBeVisible()

  // A key makes an item of the ticked rows. The other desk shows it by itself.
  const shared = 'definitions that are shared across borders'
  const asked = pagesAskedBy(rapporteur)
  await rapporteur.getByRole('checkbox', { name: /^Choose: Laws on cybercrime/ }).check()
  await rapporteur.keyboard.press('m')
  await announced(rapporteur, 'The item is made.')
  await expect(list(secretariat)).toHaveCount(1)
  await expect(list(secretariat).first()).toContainText(shared)
  await isAccessible(secretariat)
  // The answer to an act is the page itself: the page is not requested again.
  expect(asked).toEqual([])

  // The other one takes a source into it, undoes that, and the first sees both.
  const ticked = rapporteur.getByRole('checkbox', { name: /^Choose: Courts should/ })
  await ticked.check()
  await secretariat.getByRole('radio').first().check()
  await secretariat.getByRole('checkbox', { name: /^Choose: Courts should/ }).check()
  await secretariat.keyboard.press('a')
  const question = secretariat.getByRole('button', { name: 'Merge them all the same' })
  await expect(question.or(secretariat.getByText('It is taken into the item.'))).toBeVisible()
  if (await question.isVisible()) await question.click()
  await expect(list(rapporteur).first()).toContainText('2 sources')
  await secretariat.getByRole('button', { name: 'Undo', exact: true }).click()
  await announced(secretariat, 'The source is taken away again.')
  await expect(list(rapporteur).first()).toContainText('1 source')
  // A tick and the focus survive the acts of others, also on the same item.
  await expect(ticked).toBeChecked()
  await expect(ticked).toBeFocused()
  await ticked.uncheck()

  // Carried by hand to the end of the heading, and moved up by an arrow key.
  const handle = rapporteur.locator('li', { hasText: 'Courts should' }).locator('[title^=Carry]')
  await handle.scrollIntoViewIfNeeded()
  await handle.hover()
  await rapporteur.mouse.down()
  const first = list(rapporteur).first()
  const from = (await handle.boundingBox())!
  await rapporteur.mouse.move(from.x + 20, from.y + 5, { steps: 4 })
  // Moved until the gap says what it means: it opens when something is carried.
  await expect(async () => {
    const box = (await first.boundingBox())!
    await rapporteur.mouse.move(box.x + 60, box.y + box.height + 12, { steps: 8 })
    await expect(rapporteur.locator('[data-hint]')).toHaveText('Make an item here', {
      timeout: 2_000,
    })
  }).toPass()
  await rapporteur.mouse.up()
  await expect(list(secretariat)).toHaveCount(2)
  await expect(list(rapporteur).nth(1)).toContainText('Courts should')
  const mover = rapporteur.getByRole('button', { name: /^Move item .*Courts should/ })
  for (const [key, at] of [
    ['ArrowUp', 0],
    ['ArrowDown', 1],
    ['ArrowUp', 0],
  ] as const) {
    await mover.focus()
    await rapporteur.keyboard.press(key)
    await expect(list(secretariat).nth(at)).toContainText('Courts should')
    await expect(list(rapporteur).nth(at)).toContainText('Courts should')
    await expect(mover).toBeFocused()
  }

  // A rewording says whose words are kept, and tells the State, which disagrees.
  await list(rapporteur)
    .filter({ hasText: shared })
    .getByRole('link', { name: /^Open it/ })
    .click()
  // Another page of the item stays as it is while its reader types, and offers the change.
  await rapporteur.waitForURL(/consolidation\/[0-9a-f-]{36}/)
  const beside = await secretariat.context().newPage()
  await beside.goto(rapporteur.url())
  const typed = beside.getByLabel('Text', { exact: true }).first()
  await expect(async () => {
    await typed.fill('Words that are still typed.')
    await expect(typed).toHaveValue('Words that are still typed.', { timeout: 1_000 })
  }).toPass()
  await rapporteur
    .getByLabel('Text', { exact: true })
    .first()
    .fill('Laws on cybercrime work best where they rest on definitions that all States use.')
  await rapporteur.getByRole('button', { name: 'Give this wording' }).click()
  await announced(rapporteur, 'The new wording stands.')
  await expect(beside.getByText('Somebody else changed this in the meantime.')).toBeVisible()
  await expect(beside.getByRole('main')).not.toContainText('that all States use')
  await beside.getByRole('button', { name: 'Show the changes' }).click()
  await expect(beside.getByRole('main')).toContainText('that all States use')
  await expect(beside.getByText('Somebody else changed this in the meantime.')).toHaveCount(0)
  await expect(typed).toHaveValue('Words that are still typed.')
  await expect(rapporteur.getByText('Somebody else changed this in the meantime.')).toHaveCount(0)
  await beside.close()
  await expect(rapporteur.getByRole('heading', { name: 'Whose words' })).toBeVisible()
  await isAccessible(rapporteur)

  const head = await enter(browser, 'head', '/')
  // Of this session: other journeys may leave news of theirs on the same desk.
  await head
    .locator(`a[href^="/sessions/${slug}/ours"]`)
    .filter({ hasText: 'See what became of yours' })
    .click()
  await expect(head.getByRole('heading', { name: 'For your decision now' })).toBeVisible()
  await isAccessible(head)
  const item = head.locator('article', { hasText: shared })
  await expect(item.locator('mark').first()).toContainText('work best where they rest on')
  // If there are many proposals, each is folded to a line; a pending point links to its own, which opens.
  const id = await item.locator('[id^=item-]').first().getAttribute('id')
  await head.locator(`a[href$="#${id}"]`).first().click()
  await item.getByText('State a disagreement').click()
  await item.getByLabel('What we disagree with').fill('Across borders was the point.')
  await item.getByRole('button', { name: 'State it for Arvenia' }).click()
  await expect(item.getByText('Our disagreement with wording 2')).toBeVisible()
  await head.getByRole('button', { name: 'We have looked at these' }).click()
  await announced(head, 'Nothing is pending.')
  await isAccessible(head)
  await rapporteur.reload()
  await announced(rapporteur, 'Across borders was the point.')
})

/** The pages that are fetched from now on as React's data. */
function pagesAskedBy(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'GET' && request.headers().rsc) asked.push(request.url())
  })
  return asked
}
