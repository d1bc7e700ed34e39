import { expect, type Page, test } from '@playwright/test'
import {
  fifthSession,
  fourthSession,
  sixthSession,
  stockTakingSession,
} from '@/lib/demonstration/scenes/sessions'
import { enter, visit, type Who } from '@/tests/support/journey'
import { walk } from '@/tests/support/reachable'
import { waysIn } from '@/tests/support/ways-in'

/** Addresses without a link, and why. */
const WITHOUT_LINK: Record<string, string> = {
  '/acts/[form]': 'a script asks it what became of a form whose answer was lost',
  '/api/auth/[...nextauth]': 'forms of sign-in post to it',
  '/fonts/[...path]': 'the style sheets name them',
  '/imports/upload': 'the form of import posts to it',
  '/search/hits': 'the command menu asks it',
  '/sessions/[session]/consolidation/matching':
    'the desk asks it which sources match what is typed',
  '/sessions/[session]/consolidation/wording': 'the desk asks it for the wording of what is ticked',
  '/sessions/[session]/periods/clock': 'a script asks it when a period is about to close',
  '/public/[session]/circulation/[circulation]/take-part/proof': 'a mail leads to it',
  '/set-up': 'every address leads to it while there is no group',
  '/sign-in/link': 'a mail leads to it',
  '/silence-annexes/[key]/[annex]': 'a mail leads to it',
  '/sign-in/code': 'the password of a person with a second factor leads to it',
  '/sign-in/single-sign-on': 'offered where single sign-on is set up',
}

/** Addresses that are linked only in a state that the demonstration lacks, and the link. */
const LATER: Record<string, string> = {
  '/imports/[draft]': 'the list of what was uploaded (/imports)',
  '/public/[session]/circulation/comments/[comment]': 'the posted comments, after the posting',
  '/public/[session]/consolidated': 'the published lists, after the adoption',
  '/public/[session]/lineage': 'the published lists, after the adoption',
  '/public/[session]/participants/[number]':
    'the public documents, when a list of participants is issued',
  '/public/[session]/report': 'the public documents, when the report is issued',
  '/sessions/[session]/circulation/[circulation]/manage/open': 'a circulation in preparation',
  '/sessions/[session]/consolidation/adopt': 'the desk, when every item has an outcome',
  '/sessions/[session]/drafts/[draft]/earlier': 'a draft of which an earlier state is kept',
  '/sessions/[session]/drafts/[draft]/earlier/[version]':
    'a draft of which an earlier state is kept',
  '/sessions/[session]/list/issue': 'the list in the making, when it holds an item',
  '/sessions/[session]/proposals/[number]/joining/check': 'the joining desk, when all is decided',
  '/sessions/[session]/report/adoption': 'a report that was released, for whoever presides',
  '/sessions/[session]/report/corrigenda': 'the report, when it is issued',
  '/sessions/[session]/proposals/[number]/take-over': 'a shared proposal that was withdrawn',
}
const isCalledByScript = (address: string) => /\/(stream|save|typing)$/.test(address)

const SLUGS = [fourthSession, fifthSession, sixthSession, stockTakingSession].map(
  ({ slug }) => slug,
)
/** Sessions of other journeys are not walked: there are many, and few of them have the demonstration's content. */
const isOfDemonstration = (address: string): boolean => {
  const slug = /^\/(?:sessions|public)\/([^/?#]+-[^/?#]+)/.exec(address)?.[1]
  return slug === undefined || SLUGS.includes(slug)
}

/** Buttons that only begin something within one's own delegation, by the beginning of their words. */
const BEGINS = /^(Write a proposal|Suggest a change|Check before (submitting|releasing))$/

const people: (Who | 'visitor')[] = [
  'visitor',
  'adviser',
  'head',
  'belmara',
  'observer',
  'rapporteur',
  'secretariat',
  'chair',
  'viceChair',
]

/** The number of visits to addresses of a way: more if the addresses offer different acts. */
const most = (way: string): number => MOST[way] ?? 3
const MOST: Record<string, number> = {
  '/sessions/[session]': 6,
  '/sessions/[session]/proposals/[number]': 40,
}

test('links lead from the front page to each page and file, and nobody to a refusal', async ({
  browser,
}) => {
  test.setTimeout(400_000)
  const reached = new Set<string>()
  for (const person of people)
    await test.step(person, async () => {
      const page = person === 'visitor' ? await visit(browser, '/') : await enter(browser, person)
      const still = await browser.newContext({
        javaScriptEnabled: false,
        storageState: await page.context().storageState(),
      })
      const reader = { page: await still.newPage(), pressed: new Set<string>() }
      const found = await walk(
        waysIn(),
        (address) => open(reader, address),
        most,
        isOfDemonstration,
      )
      for (const way of found.reached) reached.add(way)
      expect.soft(found.wrong, person).toEqual([])
    })
  const unreached = waysIn()
    .map(({ address }) => address)
    .filter((address) => !reached.has(address) && !isCalledByScript(address))
  expect(unreached.filter((address) => !(address in WITHOUT_LINK) && !(address in LATER))).toEqual(
    [],
  )
  // Data of other journeys may also link to addresses of `LATER`.
  expect(Object.keys(WITHOUT_LINK).filter((address) => reached.has(address))).toEqual([])
})

/** A limit that a page names without the clock that decides it, with the words before; undefined for none. */
function limitWithoutClock(html: string): string | undefined {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
  const words = main.replace(/<script.*?<\/script>/gs, '').replace(/(<[^>]*>|\s)+/g, ' ')
  if (/Times are Vienna time|<th[^>]*>[^<]*\(Vienna time\)/.test(main)) return undefined
  return /(until|deadline|closes?)\W+(on )?\d+ \w+ \d{4}, \d\d:\d\d(?! \(| UTC|, Vienna)/i.exec(
    words,
  )?.[0]
}

/** The page of one person without script, which stays open: Chrome closes none in the middle of a form's answer. */
type Reader = { page: Page; pressed: Set<string> }

/** The content of an address for a reader: its page, and the targets of the buttons of `BEGINS`, each pressed once. */
async function open({ page, pressed }: Reader, address: string) {
  const answer = await page.request.get(address, {
    headers: { accept: 'text/html' },
    failOnStatusCode: false,
  })
  const status = answer.status()
  if (status >= 400) return { html: '', wrong: String(status) }
  if (!answer.headers()['content-type']?.includes('text/html')) return { html: '' }
  const html = await answer.text()
  const limit = limitWithoutClock(html)
  if (limit) return { html, wrong: limit }
  const label = [...html.matchAll(/<button[^>]*>(?:<svg.*?<\/svg>)?([^<]+)/gs)]
    .map(([, words]) => words!.trim())
    .find((words) => BEGINS.test(words) && !pressed.has(words))
  if (!label) return { html }
  pressed.add(label)
  await page.goto(address)
  await page.getByRole('button', { name: label }).first().click()
  await page.waitForLoadState()
  return { html, leads: [new URL(page.url()).pathname] }
}
