import { afterEach, expect, test } from 'vitest'
import { closeDatabase, db } from '@/lib/db/client'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { sixthSession } from '@/lib/demonstration/scenes/sessions'
import { paths } from '@/lib/paths'
import { formsOf, type HtmlForm, linksOf, plain } from '@/tests/support/html-forms'
import { type Browser, browserOf, kindOf, running } from '@/tests/support/scriptless'

/** Pages that are looked at in each role, and of each kind: sessions are at different stages. The nightly run looks at more. */
const [PAGES, EACH] = process.env.STOCKTAKE_NIGHTLY === '1' ? [170, 4] : [100, 2]

afterEach(closeDatabase)

/** The forms that take words on the pages that somebody reaches by links, one of each act; ends with the one that is wanted. */
async function formsWithWords(
  { get }: Browser,
  isWanted: (form: HtmlForm) => boolean = () => false,
): Promise<Map<string, { address: string; form: HtmlForm }>> {
  const found = new Map<string, { address: string; form: HtmlForm }>()
  const seen = new Map<string, number>()
  const waiting = ['/', '/sessions', '/sessions/new']
  for (let looked = 0; waiting.length > 0 && looked < PAGES; ) {
    const address = waiting.shift()!
    const kind = kindOf(address)
    if ((seen.get(kind) ?? 0) >= EACH || /export|stream|\/print|fonts|screen/.test(address))
      continue
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    looked++
    const page = await get(address)
    for (const form of formsOf(page))
      if (form.words.length > 0 && !found.has(form.act)) found.set(form.act, { address, form })
    if ([...found.values()].some(({ form }) => isWanted(form))) break
    waiting.push(...linksOf(page))
  }
  return found
}

/** Fills a form with words that can be found again. */
function filled(
  { fields, words }: HtmlForm,
  at: number,
): { fields: HtmlForm['fields']; typed: string[] } {
  const typed: string[] = []
  return {
    typed,
    fields: fields.map(([name, value], place) => {
      if (!words.includes(name)) return [name, value]
      const text = `Words “${at}-${place}” & more <typed> here.`
      typed.push(text)
      return [name, text]
    }),
  }
}

const SAYS = /role="alert"/
const people = {
  secretariat: castOfficers.secretariat.email,
  rapporteur: castOfficers.rapporteur.email,
  chair: castOfficers.chair.email,
  arvenia: castDelegations.arvenia.people.head.email,
  belmara: castDelegations.belmara.people.head.email,
}

test('without script every form whose act fails comes back with a sentence and with its words', async () => {
  const { url, owner } = await running()
  await owner.connect()
  // The writes of an act are rolled back with its connection, right before the commit.
  await owner.query(`
    CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON "DoneForm"
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut()`)
  const tried = new Set<string>()
  const lost: string[] = []
  const silent: string[] = []
  const strange: string[] = []
  const cut: string[] = []
  for (const [role, email] of Object.entries(people)) {
    const browser = await browserOf(url, email)
    let at = 0
    for (const [act, { address, form }] of await formsWithWords(browser)) {
      if (tried.has(act) || form.fields.some(([name]) => name === 'password')) continue
      tried.add(act)
      const { fields, typed } = filled(form, at++)
      const { status, page } = await browser.post(address, fields)
      const shown = plain(page.replace(/<script[^>]*>.*?<\/script>/gs, ''))
      if (shown.includes('This was not done') || shown.includes('Nothing was saved or changed'))
        cut.push(act)
      const missing = typed.filter((text) => !shown.includes(text))
      const where = `${role} ${address} ${status}: ${form.words.join(', ')}`
      // A fault of a field is marked in the form itself: the page without marks has nothing to correct.
      if (shown.includes('correct the marked fields') && shown.includes('This was not done'))
        strange.push(where)
      if (missing.length > 0) lost.push(where)
      // The check of a list of people, which writes nothing, answers with its findings.
      else if (!SAYS.test(page) && !address.endsWith('/delegations/import')) silent.push(where)
    }
  }
  await owner.end()
  console.log(`${tried.size} forms that take words were sent; ${cut.length} acts were cut off.`)
  expect(lost).toEqual([])
  expect(silent).toEqual([])
  expect(strange).toEqual([])
  expect(tried.size).toBeGreaterThan(12)
  expect(cut.length).toBeGreaterThan(3)
}, 240_000)

test('without script a comment that is sent after the deadline comes back with a sentence and its words', async () => {
  const { url } = await running()
  const browser = await browserOf(url, people.belmara)
  const isComment = ({ fields }: HtmlForm) => fields.some(([name]) => name === 'passage')
  const forms = [...(await formsWithWords(browser, isComment)).values()]
  const { address, form } = forms.find((each) => isComment(each.form))!
  await db.period.updateMany({
    where: { kind: 'comments' },
    data: { closedAt: new Date(Date.now() - 1_000) },
  })
  const fields = form.fields.map(([name, value]): [string, string] =>
    name === 'text'
      ? [name, 'We support it.\nWith <words>.']
      : name === 'passage'
        ? [name, '']
        : [name, value],
  )
  const { page } = await browser.post(address, fields)
  const shown = plain(page.replace(/<script[^>]*>.*?<\/script>/gs, ''))
  expect(shown).toContain('The period for comments is closed')
  expect(shown.replaceAll('\r\n', '\n')).toContain('We support it.\nWith <words>.')
}, 120_000)

test('without script what was ticked is still ticked when the form is refused', async () => {
  const { url } = await running()
  const browser = await browserOf(url, people.secretariat)
  const address = paths.list(sixthSession.slug)
  const [form] = formsOf(await browser.get(address)).filter(
    ({ fields, words }) => words.includes('newHeading') && fields.some(([name]) => name === 'slug'),
  )
  const boxes = (page: string) => page.match(/<input[^>]*name="proposalIds\[\]"[^>]*>/g) ?? []
  const valueOf = (box: string) => /value="([^"]*)"/.exec(box)![1]!
  const [first, , third] = boxes(await browser.get(address)).map(valueOf)
  const chosen: HtmlForm['fields'] = [first!, third!].map((id) => ['proposalIds[]', id])
  const empty = form!.fields.map(([name, value]): [string, string] => [
    name,
    name === 'headingId' ? '' : value,
  ])
  const { page } = await browser.post(address, [...empty, ...chosen], 'EarlierAct')
  expect(page).toMatch(SAYS)
  expect(page).not.toContain('EarlierAct')
  const ticked = boxes(page).filter((box) => box.includes(' checked=""'))
  expect(ticked.map(valueOf)).toEqual([first, third])
}, 120_000)
