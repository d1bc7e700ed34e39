import { expect, type Page, test } from '@playwright/test'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { paths } from '@/lib/paths'
import { circulated } from '@/tests/support/circulating'
import { enter, isAccessible } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { filledForm } from '@/tests/support/papers'
import { scenario } from '@/tests/support/scenario'

/** A circulation of four items, and the address of its papers. */
async function circulation() {
  reachServersDatabase()
  const cast = await scenario({ kind: 'stockTaking' })
  const sent = await circulated(cast)
  return { cast, sent, papers: paths.papers(cast.session.slug, sent.id) }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('a delegation takes the form away, sends it back filled in, confirms it and has its comments in hand', async ({
  browser,
}) => {
  const { cast, sent, papers } = await circulation()
  const page = await enter(browser, 'belmara', papers)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Spreadsheet' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^form-for-comments-[0-9a-f]{8}\.xlsx$/)

  const buffer = Buffer.from(
    await filledForm(sent.id, cast.belmara.id, {
      [sent.a]: { category: 'substantive', position: 'supports', text: 'We support this.' },
      [sent.b]: {
        category: 'editorial',
        text: '1. A comma.\n2. A full stop.',
        wording: 'Member States should adopt good laws on cybercrime.',
      },
    }),
  )
  await page.getByLabel('File').setInputFiles({ name: 'form.xlsx', mimeType: XLSX, buffer })
  await press(page, 'Read it')
  await expect(page.getByRole('heading', { name: 'form.xlsx' })).toBeVisible()
  await expect(page.getByText('2 numbered comments in one cell.')).toBeVisible()
  await expect(page.locator('ins').getByText('good')).toBeVisible()
  await press(page, 'Accept the clear row')
  await page.getByRole('link', { name: 'Change: Piece 2' }).click()
  await press(page, 'Cut at the empty lines')
  await press(page, 'This is a comment: Piece 2')
  await press(page, 'Not a comment: Piece 3')
  await press(page, 'Put 2 comments in hand')
  await expect(page.getByText('everything is decided')).toBeVisible()
  await page.getByRole('link', { name: 'Look at all comments in hand' }).click()
  await expect(page.getByText('We support this.')).toBeVisible()

  await page.goBack()
  await page.getByRole('link', { name: 'Papers and forms' }).click()
  await page.getByLabel('File').setInputFiles({ name: 'again.xlsx', mimeType: XLSX, buffer })
  await press(page, 'Read it')
  await expect(page.getByText('The same file came before')).toBeVisible()
})

test('the Secretariat enters a free paper of a delegation, puts its pieces right and releases them', async ({
  browser,
}) => {
  const { papers } = await circulation()
  const page = await enter(browser, 'secretariat', papers)
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  const paper = new Document({
    sections: [
      {
        children: [
          new Paragraph({ heading: 'Heading1', children: [new TextRun('General comments')] }),
          line('Corvina welcomes the work of the group.'),
          new Paragraph({ heading: 'Heading1', children: [new TextRun('The list of 2019')] }),
          line('1. The words “share electronic evidence” are too weak. We cannot accept them.'),
          line('2. Something else that names nothing.'),
        ],
      },
    ],
  })
  const buffer = await Packer.toBuffer(paper)
  await page.getByLabel('On behalf of').selectOption({ label: 'Corvina' })
  await page.getByLabel('File').setInputFiles({ name: 'note.docx', mimeType: DOCX, buffer })
  await press(page, 'Read it')
  await expect(page.getByRole('heading', { name: 'note.docx' })).toBeVisible()
  await expect(page.getByText('Guessed from the words quoted.')).toBeVisible()
  await press(page, /^Accept all \d clear guesses$/)
  await press(page, /not a comment$/)
  await press(page, /^Put \d comments in hand$/)
  await press(page, /^Release \d comments as received$/)
  await expect(page.getByText(/comments were released\./)).toBeVisible()
})

test('the table of a capital is put right piece by piece among those that are unsure, and nothing of it is lost', {
  tag: '@night',
}, async ({ browser }) => {
  const { papers } = await circulation()
  const page = await enter(browser, 'belmara', papers)
  const table = [
    'State;Paragraph;Type;Comment / justification',
    'Belmara;share electronic evidence;ed;A comma.',
    '"EU, Belmara";share electronic evidence;te/ed;"1. One.\n2. Two."',
    ';;;Nothing is named.',
    ...Array.from({ length: 60 }, (_, at) => `;General comments;;Comment ${at}.`),
  ].join('\n')
  await page.getByLabel('File').setInputFiles({
    name: 'own.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table),
  })
  await press(page, 'Read it')
  await expect(page.getByRole('heading', { name: 'own.csv' })).toBeVisible()
  await page.getByRole('link', { name: 'Only uncertain pieces (3)' }).click()
  await expect(page.getByText('Names States or groups: “EU, Belmara”').first()).toBeVisible()
  await expect(page.getByText('A comma.')).toHaveCount(0)
  await isAccessible(page)
  await page.getByRole('link', { name: 'Change: Piece 5' }).click()
  await page.getByLabel('What it is about').selectOption('circulation')
  await press(page, /^This is a comment$/)
  await page.getByRole('link', { name: 'Only uncertain pieces (2)' }).click()
  await page.getByRole('link', { name: 'Change: Piece 3' }).click()
  await page.getByLabel('Category').selectOption('technical')
  await press(page, /^This is a comment$/)
  await page.getByRole('link', { name: 'All pieces (65)' }).click()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByText('Comment 59.')).toBeVisible()
  await press(page, 'Accept all 61 clear guesses')
  await press(page, 'Put 63 comments in hand')
  await expect(page.getByText('2 pieces to decide · 63 comments in hand')).toBeVisible()
})

test('what cannot be read is refused by a sentence, and nothing is kept', async ({ browser }) => {
  const { papers } = await circulation()
  const page = await enter(browser, 'belmara', papers)
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)])
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'old.doc', mimeType: 'application/msword', buffer: old })
  await page.getByLabel('Or paste the text').fill('Words that stay here.')
  await press(page, 'Read it')
  await expect(page.getByText('This is a file of an old Word or Excel').first()).toBeVisible()
  await expect(page.getByLabel('Or paste the text')).toHaveValue('Words that stay here.')
  await expect(page.getByText('No paper has come in')).toBeVisible()
})
