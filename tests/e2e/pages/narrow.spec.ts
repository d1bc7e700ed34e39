import { expect, type Page, test } from '@playwright/test'
import { raiseObjection } from '@/lib/plenary/commands'
import { releaseComment } from '@/lib/comments/commands'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { db } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { amending } from '@/tests/support/amending'
import { commentOn } from '@/tests/support/commenting'
import { crawl } from '@/tests/support/crawl'
import { enter, visit, type Who } from '@/tests/support/journey'
import { reachServersDatabase } from '@/tests/support/journey-database'
import { stockTaking } from '@/tests/support/stock-taking'

const ADDRESS = `https://www.archive.example/${'meetings/records_of_the_group/'.repeat(6)}A_REPORT_${'x'.repeat(60)}.pdf`
const WORD = `Donau${'dampfschifffahrts'.repeat(12)}gesellschaft`
const long = (verb: string) => `Member States should ${verb} ${ADDRESS} and ${WORD} at once.`

/** The overflow of a page beyond a screen of 360 pixels, and the elements that cause it. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        (element.getBoundingClientRect().right > width + 1 || element.scrollWidth > width + 1) &&
        !element.closest('[class*=overflow-x-auto], .sr-only, .visually-hidden'),
    )
    return {
      by: document.documentElement.scrollWidth - width,
      what: wide.slice(-2).map((element) => element.outerHTML.slice(0, 120)),
    }
  })

/** Words that leave the margins of a page on a screen of 360 pixels, as a line that does not wrap leaves its box. */
const inMargin = (page: Page) =>
  page.evaluate(() => {
    const [left, right] = [8, document.documentElement.clientWidth - 8]
    const isCut = (element: Element): boolean =>
      getComputedStyle(element).overflowX !== 'visible' ||
      (element.parentElement !== null &&
        element.parentElement !== document.body &&
        isCut(element.parentElement))
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement!
      const words = node.textContent!.trim()
      if (words === '' || parent.closest('script, style, select, svg, nav, .sr-only')) continue
      if (getComputedStyle(parent).visibility === 'hidden' || isCut(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const leaves = [...range.getClientRects()].some(
        (line) => line.width > 0 && (line.left < left || line.right > right),
      )
      if (leaves) found.push(words.slice(0, 60))
    }
    return found
  })

async function fit(page: Page, addresses: readonly string[]): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const address of addresses) {
    const answer = await page.goto(address)
    expect.soft(answer?.status(), address).toBe(200)
    const { by, what } = await beyond(page)
    expect.soft(by, `${address}: ${what.join(' ')}`).toBe(0)
    expect.soft(await inMargin(page), address).toEqual([])
  }
}

test('long addresses and words make no page of proposals and comments wider than a phone', async ({
  browser,
}) => {
  reachServersDatabase()
  const { cast, proposalId, releases, drafts, begins } = await amending(long('read'))
  const { slug } = cast.session
  const comment = (text: string) =>
    commentOn(proposalId, { position: 'doesNotSupport', passage: ADDRESS, text })
  await releaseComment(cast.belmara.head, comment(long('answer')))
  await saveCommentDraft(cast.belmara.adviser, comment(long('ask')))
  await releases(cast.belmara.head, { text: long('write'), reason: ADDRESS })
  const amendment = await drafts(cast.corvina.head, { text: long('see'), reason: WORD })
  const draft = await begins()
  const enters = (person: Who) => enter(browser, person, paths.session(slug))

  await fit(await enters('head'), [
    paths.session(slug),
    paths.proposals(slug),
    `${paths.proposals(slug)}?words=read`,
    paths.proposal(slug, 1),
    paths.receipt(slug, 1, 1),
    paths.drafts(slug),
    paths.draft(slug, draft.id),
    paths.checkDraft(slug, draft.id),
    paths.amendments(slug, 1),
    paths.amendment(slug, 1, 1),
    paths.joining(slug, 1),
    paths.negotiation(slug, 1),
    paths.whoseWords(slug, 1, 1),
    paths.withdraw(slug, 1),
    paths.record(slug),
    '/',
  ])
  await fit(await enters('belmara'), [paths.proposal(slug, 1), `${paths.proposal(slug, 1)}?write`])
  await fit(await enters('corvina'), [
    paths.amendmentDraft(slug, 1, amendment.id),
    paths.checkAmendmentDraft(slug, 1, amendment.id),
  ])
  await fit(await enters('rapporteur'), [paths.list(slug)])
  await withdrawProposal(cast.arvenia.head, { proposalId, reason: `${ADDRESS} ${WORD}` })
  await fit(await enters('secretariat'), [paths.proposal(slug, 1), paths.record(slug)])
})

test('nor a page of the stock-taking', async ({ browser }) => {
  reachServersDatabase()
  const taking = await stockTaking([long('read'), long('keep'), long('see'), long('share')])
  const { slug, sources } = taking
  const [first, second, third, fourth] = sources as [string, string, string, string]
  const id = await taking.makes([first, second], long('read'), `Heading ${WORD}`)
  await taking.rewords(id, 1, long('study'), `${ADDRESS} ${WORD}`)
  await taking.setsAside([third], ADDRESS)
  await taking.disagrees(taking.arvenia.head, first, { id, wording: 2 }, long('dispute'))
  const objection = { slug, id, wording: 2, reason: ADDRESS, text: long('stop') }
  await raiseObjection(taking.belmara.head, objection)
  const enters = (person: Who) => enter(browser, person, paths.session(slug))
  await fit(await enters('rapporteur'), [
    paths.consolidation(slug),
    paths.consolidatedItem(slug, id),
    paths.makeItem(slug, [fourth]),
    paths.setAside(slug, [fourth]),
    paths.similarItems(slug, fourth),
    paths.console(slug),
    paths.snapshots(slug),
  ])
  await fit(await enters('head'), [paths.ours(slug), paths.screen(slug), paths.lineage(slug)])
  const past = await db.session.findFirstOrThrow({
    where: { groupId: taking.session.groupId, ordinal: 5 },
  })
  await fit(await visit(browser, '/public'), [paths.publicList(past.slug)])
})

test('nor do words leave the box of a question under silence', async ({ browser }) => {
  await fit(await enter(browser, 'head'), [paths.silence('seventh-session-2021', 1)])
})

const walkers: readonly Who[] = ['head', 'adviser', 'rapporteur', 'chair', 'secretariat']

for (const person of walkers)
  test(`no page to which links lead the ${person} is wider than a phone`, async ({ browser }) => {
    test.slow()
    const page = await enter(browser, person)
    await page.setViewportSize({ width: 360, height: 740 })
    const kinds = await crawl(page, 2, async (address) => {
      const { by, what } = await beyond(page)
      expect.soft(by, `${address}: ${what.join(' ')}`).toBe(0)
      expect.soft(await inMargin(page), address).toEqual([])
    })
    expect(kinds).toBeGreaterThan(20)
  })
