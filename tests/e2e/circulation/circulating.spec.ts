import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { addDays } from 'date-fns/addDays'
import { Document, Packer, Paragraph } from 'docx'
import { toSeatInput } from '@/lib/clock'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { adoptList } from '@/lib/plenary/adoption'
import {
  answersByPage,
  comesLateByPage,
  replacesByPage,
  saysByPage,
  sendsPaperByPage,
  withdrawsByPage,
} from '@/tests/support/circulated-by-pages'
import { deadlinePasses, settles, twoLists } from '@/tests/support/circulated-story'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { filledForm } from '@/tests/support/papers'
import { signInLinkSentTo, secretSentTo } from '@/tests/support/sent-links'

const JUDGES = 'Member States should train police officers and judges.'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** The Secretariat prepares the circulation by links, selects the addressees, reads the check page and opens it. */
async function circulates(page: Page, slug: string): Promise<string> {
  await page.getByRole('link', { name: 'Circulation', exact: true }).first().click()
  await page.getByRole('link', { name: 'Prepare a circulation' }).click()
  await page.getByRole('textbox', { name: /^Deadline/ }).fill(toSeatInput(addDays(new Date(), 30)))
  await isAccessible(page)
  await press(page, 'Prepare')
  await page.getByRole('link', { name: 'Who is asked' }).click()
  await page.getByRole('checkbox', { name: /^Member State:/ }).check()
  await page.getByRole('checkbox', { name: /^Observer State:/ }).check()
  await press(page, 'Ask them')
  await expect(page.getByRole('cell', { name: /Belmara/ }).first()).toBeVisible()
  const { id } = await db.circulation.findFirstOrThrow({ where: { session: { slug } } })
  await goes(page, paths.manageCirculation(slug, id))
  await page.getByRole('link', { name: 'Check and open' }).click()
  await expect(page.getByText('Prior to the stock-taking meeting')).toBeVisible()
  await isAccessible(page)
  await press(page, /^Open/)
  await expect(page.getByText('The circulation is open')).toBeVisible()
  return id
}

/** A stakeholder asks on the public page and proves its address; the Secretariat approves. Returns its page, signed in. */
async function takesPart(browser: Browser, secretariat: Page, slug: string, id: string) {
  const email = `nadia.${randomUUID().slice(0, 8)}@safe-streets.example`
  const page = await visit(browser, '/public')
  await page.locator(`a[href="${paths.takePart(slug, id)}"]`).click()
  await isAccessible(page)
  await press(page, 'Ask to take part')
  // The form has its words back once the sentence has the focus.
  await expect(page.getByRole('alert').first()).toBeFocused()
  await page.getByLabel('Name of the organization').fill(`Safe Streets ${email.slice(6, 14)}`)
  await page.getByLabel('Kind of organization').selectOption('nonGovernmental')
  await page.getByLabel('Contact person', { exact: true }).fill('Nadia Walker')
  await page.getByLabel('E-mail address of the contact person').fill(email)
  await press(page, 'Ask to take part')
  await expect(page.getByText('A letter with a link goes to')).toBeVisible()
  await page.goto(paths.proveAddress(slug, id, await secretSentTo(email)))
  await isAccessible(page)
  await press(page, /^This is my address/)
  await expect(page.getByText('The Secretariat decides on the request').first()).toBeVisible()

  await goes(secretariat, paths.manageCirculation(slug, id))
  await secretariat.getByRole('link', { name: 'Requests to take part' }).first().click()
  await isAccessible(secretariat)
  await press(secretariat, /^Approve Safe Streets/)
  await expect(secretariat.getByText('Approved by Simon Adeyar')).toBeVisible()
  const comments = paths.circulationComments(slug, id)
  await page.goto(paths.signIn(comments))
  await page.getByRole('textbox', { name: 'E-mail address' }).last().fill(email)
  await press(page, 'Send me a link')
  await expect(page.getByRole('status').filter({ hasText: 'link' })).toBeVisible()
  await page.goto(await signInLinkSentTo(email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname === comments)
  return page
}

test('two lists are circulated, commented on by page, form and paper, posted by the rule, answered, and then adopted', async ({
  browser,
}) => {
  reachServersDatabase()
  const { cast, slug, share, train, noted } = await twoLists()
  const secretariat = await enter(browser, 'secretariat', paths.session(slug))
  const id = await circulates(secretariat, slug)
  const circulated = { slug, id }
  const stakeholder = await takesPart(browser, secretariat, slug, id)

  // The stakeholder, an observer and a State by page, two States by a returned form and by a free paper of Word.
  await saysByPage(stakeholder, circulated, 'Streets need safe networks.')
  const arvenia = await enter(browser, 'head', paths.session(slug))
  const support = {
    category: 'substantive',
    position: 'supports',
    text: 'We support this.',
  } as const
  const form = await filledForm(id, cast.arvenia.id, { [share]: support })
  await sendsPaperByPage(arvenia, circulated, { name: 'form.xlsx', buffer: Buffer.from(form) })
  const corvina = await enter(browser, 'corvina', paths.session(slug))
  const words = 'On the words “share electronic evidence”: we cannot accept them.'
  const buffer = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph(words)] }] }),
  )
  await sendsPaperByPage(corvina, circulated, { name: 'note.docx', buffer })
  const belmara = await enter(browser, 'belmara', paths.session(slug))
  await replacesByPage(belmara, circulated, 'Item 1 (b)', JUDGES)
  // The Secretariat reads who opened the circulation, which is noted after the answer.
  const byBelmara = { circulationId: id, delegationId: cast.belmara.id }
  const opened = () => db.circulationAddressee.findFirstOrThrow({ where: byBelmara })
  await expect.poll(async () => (await opened()).firstOpenedAt).not.toBeNull()
  const observer = await enter(browser, 'observer', paths.session(slug))
  await saysByPage(observer, circulated, 'To be withdrawn.')
  await withdrawsByPage(observer, circulated)
  await saysByPage(observer, circulated, 'The observer welcomes the lists.')

  // By the rule nothing is posted before the deadline; then all is, except withdrawn and replaced comments.
  const reader = await visit(browser, '/public')
  const posted = paths.publicCirculation(slug, id)
  expect((await reader.request.get(posted)).status()).toBe(404)
  await deadlinePasses(id)
  await reader.goto(posted)
  await expect(reader.getByText('Belmara').first()).toBeVisible()
  await comesLateByPage(corvina, secretariat, circulated, 'Item 1 (b)')

  // The Rapporteur takes Belmara's words into an item and answers all but the stakeholder's comment.
  await settles(cast, { share, train, noted })
  const rapporteur = await enter(browser, 'rapporteur', paths.consolidation(slug))
  await rapporteur
    .getByRole('link', { name: /^Open it: / })
    .first()
    .click()
  await rapporteur.getByText(/comments? on this item/).click()
  await press(rapporteur, 'Take the wording of Belmara')
  await expect(
    rapporteur.getByText('Proposed by Belmara in a comment, taken as wording 2').first(),
  ).toBeAttached()
  await goes(rapporteur, paths.compilation(slug, id))
  await rapporteur.getByRole('link', { name: 'Answer the next comment' }).click()
  for (const commenter of ['Arvenia', 'Corvina', 'Belmara', 'Corvina', 'Lumeria'])
    await answersByPage(rapporteur, commenter, `Thank you, ${commenter}.`)
  await expect(rapporteur.getByRole('heading', { name: /^Comment of Safe Streets/ })).toBeVisible()

  // Adoption is refused for the one comment without a response, and accepted after that.
  const chair = await enter(browser, 'chair', paths.consolidation(slug))
  await chair.getByRole('link', { name: 'Check before adoption' }).click()
  await expect(chair.getByRole('heading', { name: 'The list cannot be adopted yet' })).toBeVisible()
  await expect(chair.getByText('1 without a response').first()).toBeVisible()
  await expect(chair.getByRole('button', { name: 'Declare the list adopted' })).toHaveCount(0)
  await expect(adoptList(cast.chair, { slug, meeting: 6 })).rejects.toMatchObject({
    key: 'commentsUnanswered',
    values: { open: 1 },
  })
  await rapporteur.getByLabel('What becomes of the comment').selectOption('noted')
  await rapporteur.getByLabel('Response', { exact: true }).fill('The group notes this.')
  await press(rapporteur, 'Release the response')
  await expect(rapporteur.getByText(/No other comment waits/)).toBeVisible()
  await chair.reload()
  await chair.getByLabel('Meeting at which it is adopted').selectOption('6')
  await press(chair, 'Declare the list adopted')
  await expect(chair.getByText('Adopted by consensus at the 6th meeting')).toBeVisible()

  // Each commenter sees the outcome.
  for (const [page, response] of [
    [stakeholder, 'The group notes this.'],
    [belmara, 'Thank you, Belmara.'],
    [corvina, 'Thank you, Corvina.'],
    [arvenia, 'Thank you, Arvenia.'],
    [observer, 'Thank you, Lumeria.'],
  ] as const) {
    await goes(page, paths.ours(slug))
    await expect(page.getByText(response).first()).toBeVisible()
  }
  await expect(belmara.getByText('Taken up').first()).toBeVisible()
})
