import { expect, test } from '@playwright/test'
import { choosesFromMenu, coSponsors, enter, isAccessible, selects } from '@/tests/support/journey'
import { ownSession, proposes } from '@/tests/support/suggesting'

test('a delegation finds a proposal, co-sponsors it and comments on selected words; its author answers', async ({
  browser,
}) => {
  const session = await ownSession()
  const arveniaHead = await enter(browser, 'head', session)
  const first = await proposes(
    arveniaHead,
    session,
    'Member States should train teachers. They should train teachers again.',
  )
  await proposes(arveniaHead, session, 'Member States should consider a campaign.')
  const belmaraHead = await enter(browser, 'belmara', session)
  await proposes(belmaraHead, session, 'Member States should train every teacher.')

  await belmaraHead.goto(`${session}/proposals?delegation=Arvenia&words=teach`)
  await expect(belmaraHead.getByText('1 proposal of 3')).toBeVisible()
  await belmaraHead.goto(first)
  await coSponsors(belmaraHead)
  await expect(belmaraHead.getByText('Co-sponsored by Belmara')).toBeVisible()
  await selects(belmaraHead, 'train teachers', { last: true })
  await belmaraHead.getByRole('link', { name: 'Comment on the selected words' }).press('Enter')
  await expect(belmaraHead.getByLabel('Supports', { exact: true })).toBeFocused()
  await expect(belmaraHead.getByLabel('Passage')).toHaveValue('train teachers')
  await belmaraHead.reload()
  await selects(belmaraHead, 'train teachers', { last: true })
  await belmaraHead.getByRole('button', { name: 'Use the words that you selected' }).click()
  await belmaraHead.getByLabel('Supports', { exact: true }).check()
  await belmaraHead.getByLabel('Comment', { exact: true }).fill('We train them already.')
  await belmaraHead.getByRole('button', { name: "Release as our delegation's comment" }).click()
  await expect(belmaraHead.getByText('We train them already.')).toBeVisible()
  // Of the equal phrases it is the selected one that leads to the comment.
  const beforeLink = (text: Element) => text.querySelector('a')?.previousSibling?.textContent
  await expect
    .poll(() => belmaraHead.locator('#text p').first().evaluate(beforeLink))
    .toBe('Member States should train teachers. They should ')
  await isAccessible(belmaraHead)
  await arveniaHead.goto(first)
  await arveniaHead.getByRole('link', { name: 'Answer' }).click()
  await arveniaHead.getByLabel('General remark').check()
  await arveniaHead.getByLabel('Comment', { exact: true }).fill('We thank Belmara.')
  await arveniaHead.getByRole('button', { name: "Release as our delegation's comment" }).click()
  await expect(arveniaHead.getByText('We thank Belmara.')).toBeVisible()
})

test('an author withdraws a proposal', async ({ browser }) => {
  const session = await ownSession()
  const arveniaHead = await enter(browser, 'head', session)
  const second = await proposes(arveniaHead, session, 'Member States should consider a campaign.')
  await arveniaHead.goto(second)
  await choosesFromMenu(arveniaHead, 'Withdraw …')
  await arveniaHead.getByRole('button', { name: 'Withdraw the proposal' }).click()
  await expect(arveniaHead.getByText('Withdrawn by Arvenia')).toBeVisible()
})
