import { loadDemonstration } from '@/lib/demonstration/load'
import { loadsDemonstration } from '@/tests/support/demonstration'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { statusKinds } from '@/lib/consolidation/kinds'
import { recalculateOutcomes } from '@/lib/consolidation/outcomes/outcomes'
import { db, systemTransaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { type RightsRow, rightsWhere } from '@/lib/delegations/rights'
import { castOfficers } from '@/lib/demonstration/cast'

import { listInbox } from '@/lib/desk/queries'
import { takeSnapshot } from '@/lib/plenary/snapshots/commands'
import { demonstrationPeople } from '@/lib/demonstration/sign-in-people'
import { composeReport, numbered } from '@/lib/report/outline'
import { printedText } from '@/lib/report/paragraphs/paragraph'
import { readReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { sixthSessionFacts } from '@/tests/support/report/facts'

beforeAll(loadsDemonstration)

test('no real State says anything in the demonstration', async () => {
  const speaking = await db.entity.findMany({
    where: { delegations: { some: {} } },
    select: { name: true, invented: true },
  })
  expect(speaking.length).toBeGreaterThan(10)
  expect(speaking.filter(({ invented }) => !invented)).toEqual([])
  const known = new Set(
    (await db.entity.findMany({ where: { invented: false } })).map((e) => e.name),
  )
  expect(speaking.filter(({ name }) => known.has(name))).toEqual([])
})

test('numbers have no gap, and the last one is kept', async () => {
  for (const session of await db.session.findMany({ include: { proposals: true } })) {
    const numbers = session.proposals.map(({ number }) => number).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(session.lastProposalNumber).toBe(numbers.length)
  }
})

test('the record keeps each deadline as an instant, which no clock of a machine shifts', async () => {
  const entries = await db.recordEntry.findMany({
    where: { data: { path: ['until'], not: Prisma.AnyNull } },
    select: { event: true, data: true },
  })
  expect(new Set(entries.map(({ event }) => event))).toContain('silence.opened')
  const kept = z.object({ until: z.iso.datetime() })
  expect(entries.filter(({ data }) => !kept.safeParse(data).success)).toEqual([])
})

test('the documents of paragraphs 23 and 24 are issued, each with its file, and found by their symbols', async () => {
  const session = { slug: 'sixth-session-2020' }
  const symbols = ['UNODC/CCPCJ/EG.4/2020/1', 'UNODC/CCPCJ/EG.4/2020/INF/1']
  const documents = await db.document.findMany({
    where: { session, symbol: { in: symbols } },
    orderBy: { symbol: 'asc' },
    include: { files: { select: { form: true } } },
  })
  expect(documents).toMatchObject([
    { symbol: symbols[0], kind: 'annotatedAgenda', files: [{ form: 'docx' }] },
    { symbol: symbols[1], kind: 'participants', files: [{ form: 'docx' }] },
  ])
  expect(documents.every(({ issuedAt }) => issuedAt !== null)).toBe(true)
  for (const words of symbols) {
    const { results } = await search(visitor, SearchFilter.parse({ words }))
    expect(results[0]).toMatchObject({ kind: 'document', exact: true, printed: words })
  }
})

test('the sixth session keeps its earlier dates and is open for submission', async () => {
  const session = await db.session.findUniqueOrThrow({
    where: { slug: 'sixth-session-2020' },
    include: {
      earlierDates: true,
      periods: true,
      meetings: true,
      panellists: true,
      proposals: true,
    },
  })
  expect(session.earlierDates.map(({ startsOn }) => startsOn.toISOString().slice(0, 10))).toEqual([
    '2020-04-06',
  ])
  expect(session.meetings).toHaveLength(6)
  expect(session.panellists).toHaveLength(14)
  expect(session.proposals.length).toBeGreaterThan(15)
  expect(session.periods.every(({ openUntil }) => openUntil > new Date())).toBe(true)
  const languages = new Set(session.proposals.map(({ originalLanguage }) => originalLanguage))
  expect([...languages].toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
})

test('suggested changes agree and collide, and are answered', async () => {
  const amendments = await db.amendment.findMany({
    include: { proposal: true, coSponsorships: true, answers: true },
  })
  expect(new Set(amendments.map(({ proposalId }) => proposalId)).size).toBeGreaterThan(2)
  expect(
    amendments.filter(({ revisionNumber, proposal }) => revisionNumber !== proposal.currentNumber),
  ).toEqual([])
  expect(amendments.some(({ coSponsorships }) => coSponsorships.length > 1)).toBe(true)
  expect(amendments.some(({ answers }) => answers.length > 0)).toBe(true)
})

test('nothing happens before it could: the record runs forward and never into the future', async () => {
  const entries = await db.recordEntry.findMany({ orderBy: { id: 'asc' } })
  const times = entries.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(Math.max(...times)).toBeLessThanOrEqual(Date.now())
  expect(entries.length).toBeGreaterThan(100)
})

test('everybody who is named can sign in', async () => {
  const emails = (await db.person.findMany({ where: { passwordHash: { not: null } } })).map(
    ({ email }) => email,
  )
  expect(demonstrationPeople.map(({ email }) => email).toSorted()).toEqual(emails.toSorted())
})

test('loaded again, it changes nothing', async () => {
  const before = await db.recordEntry.count()
  await systemTransaction(loadDemonstration)
  expect(await db.recordEntry.count()).toBe(before)
})

test('co-sponsors are named with the text that they agreed to, on every issued list too', async () => {
  const wrong = await db.$queryRaw<{ item: string; name: string }[]>`
    SELECT ip."itemId" AS item, name FROM "ItemProposal" ip
    JOIN "Proposal" p ON p.id = ip."proposalId", unnest(ip.attribution) AS name
    WHERE NOT EXISTS (SELECT 1 FROM "Delegation" d WHERE d.id = p."delegationId" AND d.name = name)
      AND NOT EXISTS (SELECT 1 FROM "CoSponsorship" c JOIN "Delegation" d ON d.id = c."delegationId"
        WHERE c."proposalId" = p.id AND d.name = name AND c."leftAt" IS NULL
          AND c."revisionNumber" = ip."revisionNumber")`
  expect(wrong).toEqual([])
  // Some have confirmed a revised text, and some have not yet.
  const sponsorships = await db.coSponsorship.findMany({
    where: { leftAt: null, proposal: { currentNumber: { gt: 1 } } },
    include: { proposal: true },
  })
  const confirmed = sponsorships.filter(
    (sponsorship) => sponsorship.revisionNumber === sponsorship.proposal.currentNumber,
  )
  expect(confirmed.length).toBeGreaterThan(0)
  expect(confirmed.length).toBeLessThan(sponsorships.length)
})

test('the last part of a symbol finds its document first', async () => {
  const rapporteur = await actorOf(castOfficers.rapporteur.email)
  const { results } = await search(rapporteur, SearchFilter.parse({ words: 'l.1' }))
  expect(results[0]).toMatchObject({
    kind: 'document',
    exact: true,
    printed: 'UNODC/CCPCJ/EG.4/2020/L.1',
  })
})

describe('the stock-taking of the seventh session is under way', () => {
  const slug = 'seventh-session-2021'
  const list = () => db.consolidatedList.findFirstOrThrow({ where: { session: { slug } } })

  test('with items in every status', async () => {
    const { id: listId } = await list()
    const items = await db.consolidatedItem.findMany({
      where: { listId },
      include: { statuses: { where: { supersededAt: null } } },
    })
    const kinds = new Set(items.map(({ statuses }) => statuses[0]?.kind ?? 'pending'))
    expect([...kinds].toSorted()).toEqual([...statusKinds].toSorted())
  })

  test('with an objection that gives words, to the item before the room', async () => {
    const { onScreenItemId } = await list()
    const objections = await db.objection.findMany({ where: { withdrawnAt: null } })
    expect(objections).toHaveLength(1)
    expect(objections[0]).toMatchObject({ itemId: onScreenItemId, text: expect.any(String) })
  })

  test('with a circulation of two lists in which comments end in every way', async () => {
    const circulation = await db.circulation.findFirstOrThrow({
      where: { session: { slug } },
      include: { lists: true, addressees: true, comments: true, drafts: true, requests: true },
    })
    expect(circulation.openUntil > new Date()).toBe(true)
    expect(circulation.lists).toHaveLength(2)
    expect(circulation.addressees.length).toBe(
      await db.delegation.count({ where: { session: { slug } } }),
    )
    const { comments, drafts, requests } = circulation
    expect(comments.some(({ replacedById }) => replacedById !== null)).toBe(true)
    expect(comments.some(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
    expect(comments.some(({ wordingText }) => wordingText !== null)).toBe(true)
    const items = await db.item.findMany({ where: { list: { circulatedIn: { some: {} } } } })
    for (const { itemId, wordingText } of comments)
      if (wordingText) expect(items.find(({ id }) => id === itemId)!.text).not.toBe(wordingText)
    expect(drafts.length).toBeGreaterThan(0)
    expect(requests.filter(({ decision }) => decision === null)).toHaveLength(2)
  })

  test('with a snapshot of what is agreed now', async () => {
    const secretariat = await actorOf(castOfficers.secretariat.email)
    expect(await takeSnapshot(secretariat, { slug })).toBe(1)
  })

  test('with outcomes that follow from the links, and sources that wait for one', async () => {
    const rapporteur = await actorOf(castOfficers.rapporteur.email)
    const { id, sessionId } = await list()
    const outcomes = () => db.outcome.findMany({ where: { listId: id }, orderBy: { id: 'asc' } })
    const before = await outcomes()
    const all = await db.item.findMany({ where: { list: { coveredBy: { some: {} } } } })
    await systemTransaction((tx) =>
      recalculateOutcomes(
        tx,
        rapporteur,
        { id, sessionId },
        all.map((item) => item.id),
        '',
      ),
    )
    expect(await outcomes()).toEqual(before)
    expect(all.length - before.length).toBe(3)
  })

  test.each(demonstrationPeople.map(({ name, email }) => [name, email]))(
    '%s finds something to do on the desk',
    async (_, email) => {
      const actor = await actorOf(email)
      expect((await listInbox(actor)).length).toBeGreaterThan(0)
    },
  )
})

test('the sixth session prints the 25 paragraphs of its draft report', async () => {
  const { id } = await db.session.findUniqueOrThrow({ where: { slug: 'sixth-session-2020' } })
  const report = await readReport(id)
  expect(report.symbol).toBe('UNODC/CCPCJ/EG.4/2020/L.1')
  expect(paragraphsIn(report.sections).map(({ text }) => text)).toEqual(
    numbered(composeReport(sixthSessionFacts)).flatMap(({ paragraphs }) =>
      paragraphs.map(printedText),
    ),
  )
})

async function actorOf(email: string): Promise<SignedIn> {
  const [row] = await db.$queryRaw<RightsRow[]>(rightsWhere(Prisma.sql`person.email = ${email}`))
  const { id, name, places, offices } = row!
  return { personId: id, name, memberships: places, offices }
}
