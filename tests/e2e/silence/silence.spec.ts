import { randomBytes } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { db } from '@/lib/db/client'
import { sendResults } from '@/lib/silence/conduct/result-letters'
import { goes } from '@/tests/support/by-links'
import { enter, isAccessible, visit } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { ages } from '@/tests/support/silent'

const SESSION = '/sessions/fifth-session-2019'
/** The session of the demonstration that has a question under silence. */
const OPEN = 'seventh-session-2021'
const DAY = 24 * 3_600_000

test.beforeAll(reachServersDatabase)

/** A deadline in four days, as the field of the seat's time takes it. */
const inFourDays = () => `${new Date(Date.now() + 4 * DAY).toISOString().slice(0, 10)}T12:00`

async function opens(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Open the silence' })
  await form.getByLabel(/Silence lasts until/).fill(inFourDays())
  await form.getByRole('button', { name: 'Open the silence' }).click()
  await expect(
    page.getByText('Letters to the addresses of the roll are on their way').first(),
  ).toBeVisible()
}

test('a question is broken by one member, put again with a revised text, and approved by silence', async ({
  browser,
}) => {
  const secretariat = await enter(browser, 'secretariat')
  await goes(secretariat, `${SESSION}/silence/new`)
  await isAccessible(secretariat)
  await secretariat.getByLabel('Subject').selectOption('text')
  await secretariat.getByLabel('Title', { exact: true }).fill('Method of work')
  await secretariat.getByLabel('What is asked').fill('To approve the method of work.')
  await secretariat.getByLabel('Who is asked').selectOption('delegations')
  await secretariat.getByLabel('Text', { exact: true }).fill('Statements last ten minutes.')
  await secretariat.getByRole('button', { name: 'Keep the question' }).click()
  await expect(secretariat.getByText('The question is kept').first()).toBeVisible()
  await isAccessible(secretariat)
  await opens(secretariat)
  await isAccessible(secretariat)
  const question = new URL(secretariat.url()).pathname

  const head = await enter(browser, 'head')
  await goes(head, question)
  await expect(head.getByText('Statements last ten minutes.')).toBeVisible()
  await expect(head.getByText('UTC')).toBeVisible()
  await head.getByText('Break the silence …').click()
  await head.getByRole('button', { name: 'Break the silence now' }).click()
  await expect(head.getByText('Please fill in this field').first()).toBeVisible()
  await head.getByLabel('Point').fill('Ten minutes')
  await head.getByLabel('Reason').fill('Small delegations need less.')
  await head.getByRole('button', { name: 'Break the silence now' }).click()
  await expect(head.getByText('Your break is in time').first()).toBeVisible()
  await isAccessible(head)

  await secretariat.reload()
  await expect(secretariat.getByText('The silence is broken')).toBeVisible()
  await secretariat.getByRole('link', { name: 'Put a revised text under silence' }).click()
  await secretariat.getByLabel('Text', { exact: true }).fill('Statements last five minutes.')
  await secretariat.getByRole('button', { name: 'Keep the question' }).click()
  await secretariat.waitForURL((url) => url.pathname !== question && /\d+$/.test(url.pathname))
  await opens(secretariat)
  await expect(secretariat.getByRole('link', { name: /Revises question/ })).toBeVisible()

  await goes(head, new URL(secretariat.url()).pathname)
  const remarks = head.getByRole('form', { name: 'Attach' })
  await remarks.getByLabel('Text').fill('We join, and thank the Secretariat.')
  await remarks.getByRole('button', { name: 'Attach' }).click()
  await expect(head.getByText('It is attached').first()).toBeVisible()

  const { id } = await db.silence.findFirstOrThrow({
    where: { session: { slug: SESSION.split('/')[2]! } },
    orderBy: { preparedAt: 'desc' },
  })
  await ages(id, 5 * DAY)
  await sendResults(new Date())
  await secretariat.reload()
  await expect(secretariat.getByText(/Approved via silence procedure on/)).toBeVisible()
  await expect(secretariat.getByText('We join, and thank the Secretariat.')).toBeVisible()
  await secretariat.getByRole('button', { name: 'Enter the decision' }).click()
  await expect(secretariat.getByText(/Decision \d+ of the session/)).toBeVisible()
  await goes(secretariat, `${SESSION}/steps`)
  await expect(secretariat.getByText('“Method of work”')).toBeVisible()
  const letters = await db.silenceLetter.count({
    where: { silenceId: id, matter: { startsWith: 'result' } },
  })
  expect(letters).toBeGreaterThan(3)
})

const PDF_BEGINS = Buffer.from('%PDF-1.7\n')
const PDF_ENDS = Buffer.from('\n%%EOF\n')
const pdfOf = (name: string, contents: string | Buffer) => ({
  name,
  mimeType: 'application/pdf',
  buffer: typeof contents === 'string' ? Buffer.from(contents) : contents,
})

for (const javaScriptEnabled of [true, false])
  test(`a break by note that is refused keeps its words ${javaScriptEnabled ? 'and its file' : 'without script'}`, {
    tag: '@night',
  }, async ({ browser }) => {
    const signedIn = await enter(browser, 'secretariat')
    const { number } = await db.silence.findFirstOrThrow({
      where: { session: { slug: OPEN }, openedAt: { not: null } },
    })
    const question = `/sessions/${OPEN}/silence/${number}`
    const context = await browser.newContext({
      javaScriptEnabled,
      storageState: await signedIn.context().storageState(),
    })
    const page = await context.newPage()
    await page.goto('/')
    await goes(page, question)
    await page.getByText('Enter a break that came by note or e-mail …').click()
    const form = page.getByRole('form', { name: 'Enter a break' })
    const member = form.getByLabel('Member')
    await member.selectOption({ index: 2 })
    const chosen = await member.inputValue()
    await form.getByLabel(/Received at/).fill('2099-01-01T12:00')
    await form.getByLabel('Point').fill('The fifth meeting')
    await form.getByLabel('Reason').fill('It needs “more” time & care.')
    const scan = form.getByLabel('The note or the e-mail, as a file')
    // A note that is only on paper has no file.
    await form.getByRole('button', { name: 'Enter the break' }).click()
    await expect(page.getByText('Please give a time after the opening').first()).toBeVisible()
    if (!(await scan.isVisible()))
      await page.getByText('Enter a break that came by note or e-mail …').click()
    await scan.setInputFiles(pdfOf('note.pdf', '%PDF-1.7\n%%EOF\n'))
    await form.getByRole('button', { name: 'Enter the break' }).click()
    await expect(page.getByText('Please give a time after the opening').first()).toBeVisible()
    if (!(await form.getByLabel('Point').isVisible()))
      await page.getByText('Enter a break that came by note or e-mail …').click()
    await expect(form.getByLabel('Point')).toHaveValue('The fifth meeting')
    await expect(form.getByLabel('Reason')).toHaveValue('It needs “more” time & care.')
    await expect(form.getByLabel('Member')).toHaveValue(chosen)
    expect(await scan.evaluate((field: HTMLInputElement) => field.files?.[0]?.name ?? null)).toBe(
      javaScriptEnabled ? 'note.pdf' : null,
    )
    await context.close()
  })

test('a document gets its symbol, its file, and is read by everybody under one address', async ({
  browser,
}) => {
  const secretariat = await enter(browser, 'secretariat')
  await goes(secretariat, `${SESSION}/documents/new`)
  await isAccessible(secretariat)
  const fills = async (symbol: string) => {
    await secretariat.getByLabel('Kind', { exact: true }).selectOption('participants')
    await secretariat.getByLabel('Title', { exact: true }).fill('List of participants')
    await secretariat.getByLabel('Symbol', { exact: true }).fill(symbol)
    await secretariat.getByRole('button', { name: 'Register and give the symbol' }).click()
  }
  await fills('UNODC/CCPCJ/EG.4/2018/CRP.1')
  await expect(secretariat.getByText('was given before').first()).toBeVisible()
  await fills('')
  await expect(secretariat.getByText('is registered').first()).toBeVisible()
  await isAccessible(secretariat)
  const form = secretariat.getByRole('form', { name: 'Add a file' })
  const sends = async (name: string, contents: string | Buffer) => {
    await form.getByLabel('File', { exact: true }).setInputFiles(pdfOf(name, contents))
    await form.getByRole('button', { name: 'Add the file' }).click()
  }
  const document = new URL(secretariat.url()).pathname
  await form.getByLabel('Language of the file').selectOption('fr')
  await sends('list.pdf', '<html>No PDF</html>')
  await expect(form.getByText('is not what its name says').first()).toBeVisible()
  await expect(form.getByLabel('Language of the file')).toHaveValue('fr')
  await isAccessible(secretariat)
  await form
    .getByLabel('File', { exact: true })
    .setInputFiles(pdfOf('large.pdf', Buffer.alloc(8_000_001)))
  await expect(form.getByText('one file may hold at most 8 MB').first()).toBeVisible()
  await form.getByLabel('Language of the file').selectOption('en')
  // As large as files may be, and of all kinds of bytes: no bound of a request mistakes it for fields.
  await sends('list.pdf', Buffer.concat([PDF_BEGINS, randomBytes(7_900_000), PDF_ENDS]))
  await expect(secretariat.getByText('SHA-256')).toBeVisible()
  await secretariat.getByText('Issue …', { exact: true }).click()
  await secretariat.getByRole('button', { name: /^Yes: Issue/ }).click()
  await expect(secretariat.getByText('The document is issued.').first()).toBeVisible()
  await expect(secretariat.getByText('The file is added.')).toHaveCount(0)
  await secretariat.getByText('Correct the title or the date …').click()
  const corrects = secretariat.getByRole('form', { name: 'Correct the title or the date' })
  await corrects.getByLabel('Title').fill('Provisional list of participants in Vexilla')
  await corrects.getByRole('button', { name: 'Correct' }).click()
  await expect(secretariat.getByText('The register is corrected').first()).toBeVisible()

  const visitor = await visit(browser, '/public')
  await goes(visitor, '/search')
  await visitor.getByRole('searchbox').first().fill('vexilla')
  await visitor.keyboard.press('Enter')
  await expect(visitor.getByText('participants in').first()).toBeVisible()
  await goes(visitor, '/public/fifth-session-2019/documents')
  const symbol = decodeURIComponent(document.split('/').at(-1)!).replaceAll('_', '/')
  await visitor.getByRole('link', { name: symbol, exact: true }).click()
  const file = visitor.getByRole('link', { name: 'English (PDF)' })
  const answer = await visitor.request.get((await file.getAttribute('href'))!)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect(answer.headers()['content-disposition']).toContain('attachment')
})
