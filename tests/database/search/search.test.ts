import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { releaseComment } from '@/lib/comments/commands'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { SearchFilter } from '@/lib/search/filter'
import { hitOf, hitsOf } from '@/lib/search/hits'
import { indexBatch } from '@/lib/search/indexing'
import { findDelegationIds, search } from '@/lib/search/queries'
import { proposing } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'

const finds = async (actor: Actor, words: string, more: Partial<SearchFilter> = {}) => {
  const { results, counts } = await search(actor, SearchFilter.parse({ words, ...more }))
  return {
    titles: results.map((result) => hitOf(actor, result).title),
    hrefs: results.map((result) => hitOf(actor, result).href),
    counts,
  }
}
/** What `search_version()` answers. */
const VERSION = 3
const titles = async (...asked: Parameters<typeof finds>) => (await finds(...asked)).titles

describe('in a session of proposals', () => {
  let cast: Scenario
  const { drafts, submits } = proposing(() => cast)
  let text: string
  let word: string
  let proposalId: string
  beforeEach(async () => {
    cast = await scenario()
    word = `w${randomUUID().replaceAll('-', '')}`
    text = `Member States should preserve the ${word} of electronic evidence for seventy-two hours upon a request that another State has made through its central authority, so that it is not lost before the formal request arrives and is answered.`
    proposalId = (await submits(cast.arvenia.head, { text })).proposalId
  })

  it('finds a proposal by its words, its authors, its number, for whoever takes part', async () => {
    for (const actor of [cast.arvenia.head, cast.belmara.adviser, cast.secretariat])
      expect(await finds(actor, word)).toEqual({
        titles: ['Proposal 1'],
        hrefs: [`/sessions/${cast.session.slug}/proposals/1`],
        counts: { proposal: 1 },
      })
    expect(await titles(cast.belmara.head, `${word} arvenia preservation`)).toEqual(['Proposal 1'])
    expect(await titles(cast.belmara.head, `${word} proposal #1`)).toEqual(['Proposal 1'])
    const here = { session: cast.session.slug }
    const { results } = await search(
      cast.belmara.head,
      SearchFilter.parse({ words: '#1', ...here }),
    )
    expect(results[0]).toMatchObject({ exact: true, kind: 'proposal', proposalNumber: 1 })
  })

  it('shows a visitor and an outsider nothing of it, not even a count or a choice', async () => {
    for (const actor of [visitor, cast.outsider])
      expect(await search(actor, SearchFilter.parse({ words: word }))).toEqual({
        results: [],
        counts: {},
        sessions: [],
        states: [],
        languages: [],
        agenda: [],
      })
  })

  it('knows nothing of drafts, not even for those who write them', async () => {
    const hidden = `d${randomUUID().replaceAll('-', '')}`
    await drafts(cast.belmara.head, { text: `${text} ${hidden}` })
    await saveCommentDraft(cast.belmara.head, commentOn(proposalId, `Between us ${hidden}.`))
    for (const actor of [cast.belmara.head, cast.secretariat])
      expect(await finds(actor, hidden)).toEqual({ titles: [], hrefs: [], counts: {} })
    expect(await db.searchEntry.count({ where: { text: { contains: hidden } } })).toBe(0)
  })

  it('finds a comment from its release on, marks the word, and no longer once it was withdrawn', async () => {
    const comment = commentOn(proposalId, `We support the préservation of ${word}.`)
    await releaseComment(cast.belmara.head, comment)
    const { results } = await search(
      cast.arvenia.head,
      SearchFilter.parse({ words: `preserve ${word}`, kind: 'comment' }),
    )
    const hits = results.map((result) => hitOf(cast.arvenia.head, result))
    expect(hits).toMatchObject([
      {
        title: 'Comment on proposal 1',
        href: `/sessions/${cast.session.slug}/proposals/1#comment-${comment.id}`,
        facts: ['Belmara', 'Sixth session', 'Agenda item 2'],
      },
    ])
    const ofGroups = [results[0]!, { ...results[0]!, groupName: 'Working Group' }]
    expect(hitsOf(cast.arvenia.head, ofGroups).map(({ facts }) => facts[2])).toEqual([
      results[0]!.groupName,
      'Working Group',
    ])
    expect(hitsOf(cast.arvenia.head, results)).toEqual(hits)
    expect(hits[0]!.pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual([
      'préservation',
      word,
    ])
    await db.comment.update({
      where: { id: comment.id },
      data: { withdrawnAt: new Date(), withdrawnById: cast.belmara.head.personId },
    })
    expect((await finds(cast.arvenia.head, word)).counts).toEqual({ proposal: 1 })
  })

  it('narrows to a session, an agenda item, a State, a language and a kind', async () => {
    const here = { session: cast.session.slug }
    const all = ['Proposal 1']
    const asks = (more: Partial<SearchFilter>) => titles(cast.arvenia.head, word, more)
    expect(await asks(here)).toEqual(all)
    expect(await asks({ ...here, agenda: '2' })).toEqual(all)
    expect(await asks({ ...here, agenda: '3' })).toEqual([])
    expect(await asks({ session: 'no-such' })).toEqual([])
    expect(await asks({ state: 'Arvenia', language: 'en' })).toEqual(all)
    expect(await asks({ state: 'Belmara' })).toEqual([])
    expect(await asks({ language: 'fr' })).toEqual([])
    expect(await asks({ kind: 'proposal' })).toEqual(all)
    expect(await asks({ kind: 'comment' })).toEqual([])
    expect(await asks({ kind: 'proposal', page: 2 })).toEqual([])
  })

  it('finds a delegation by its name and its people', async () => {
    const here = { session: cast.session.slug, kind: 'delegation' } as const
    expect(await titles(cast.arvenia.head, 'belm', here)).toEqual(['Belmara'])
    expect(await titles(cast.arvenia.head, 'brielle sanda', here)).toEqual(['Belmara'])
    const slug = cast.session.slug
    expect(await findDelegationIds(cast.arvenia.head, slug, 'belm')).toEqual(
      new Set([cast.belmara.id]),
    )
    expect(await findDelegationIds(visitor, slug, 'belm')).toEqual(new Set())
  })

  it('finds the present text alone, and who co-sponsors it', async () => {
    await db.coSponsorship.create({
      data: { proposalId, delegationId: cast.corvina.id, revisionNumber: 1 },
    })
    expect(await titles(cast.belmara.head, `${word} corvina`)).toEqual(['Proposal 1'])
  })

  it('finds a proposal by the State that took it over, as long as it stands for it', async () => {
    await db.proposal.update({
      where: { id: proposalId },
      data: { withdrawnAt: new Date(), withdrawnById: cast.arvenia.head.personId },
    })
    expect(await titles(cast.belmara.head, `${word} corvina`)).toEqual([])
    const { id } = await db.takeOver.create({
      data: {
        proposalId,
        delegationId: cast.corvina.id,
        takenById: cast.corvina.head.personId,
      },
    })
    const { results } = await search(
      cast.belmara.head,
      SearchFilter.parse({ words: `${word} corvina`, state: 'Corvina' }),
    )
    expect(results).toMatchObject([{ names: ['Arvenia', 'Corvina'], withdrawn: false }])
    await db.takeOver.update({
      where: { id },
      data: { endedAt: new Date(), endedById: cast.corvina.head.personId },
    })
    expect(await titles(cast.belmara.head, `${word} corvina`)).toEqual([])
  })

  it('takes any characters for words', async () => {
    for (const words of ["'", '"', '\\', "a'b:*&|!<->", '\0', '\uD800', '()', '#'.repeat(200)])
      expect((await finds(cast.arvenia.head, words)).counts).toBeDefined()
  })

  it('indexes again what is missing or old, and takes away what is no longer there', async () => {
    await db.searchEntry.deleteMany({ where: { subjectId: proposalId } })
    await db.searchEntry.updateMany({
      where: { subjectId: cast.belmara.id },
      data: { version: 0, text: 'Old' },
    })
    expect(await titles(cast.arvenia.head, word)).toEqual([])
    while ((await indexBatch()) !== 0);
    expect(await titles(cast.arvenia.head, word)).toEqual(['Proposal 1'])
    expect(await db.searchEntry.findFirst({ where: { subjectId: cast.belmara.id } })).toMatchObject(
      { text: 'Belmara', version: VERSION },
    )
    expect(await indexBatch()).toBe(0)
  })

  it('indexes while nobody else writes, and goes on after a process that was killed', async () => {
    await db.searchEntry.deleteMany({ where: { subjectId: proposalId } })
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('search index', 0))`
      expect(await indexBatch()).toBeNull()
    })
    expect(await indexBatch()).toBe(1)
  })
})

describe('at a stock-taking', () => {
  let cast: StockTaking
  let word: string
  beforeEach(async () => {
    word = `w${randomUUID().replaceAll('-', '')}`
    cast = await stockTaking([`Member States should train ${word} teachers.`, 'Another item.'])
  })

  it('finds the items of an issued list for everybody, at the address that each may read', async () => {
    expect(await finds(visitor, word)).toMatchObject({
      titles: ['Item 1 (a)'],
      counts: { item: 1 },
    })
    expect((await finds(visitor, word)).hrefs[0]).toMatch(/^\/public\/past-5-.*\/list#para-1-a$/)
    const [inside] = (await finds(cast.belmara.head, word, { kind: 'item' })).hrefs
    expect(inside).toMatch(new RegExp(`^/sessions/past-5-.*/list#item-${cast.sources[0]}$`))
    const { results } = await search(visitor, SearchFilter.parse({ words: '1 (a)' }))
    expect(results.some(({ exact, text }) => exact && text.includes(word))).toBe(true)
  })

  it('finds a consolidated item in its present words for those who take part in the session', async () => {
    const elsewhere = await stockTaking(['Nothing of it.'])
    const id = await cast.makes([cast.sources[0]!], `Train all ${word} teachers.`)
    const kind = 'consolidated'
    expect(await finds(cast.belmara.head, word, { kind })).toMatchObject({
      titles: ['Consolidated item 1 (a)'],
      hrefs: [`/sessions/${cast.slug}/consolidation/${id}`],
    })
    const past = { proposal: 1, item: 1 }
    expect((await finds(cast.belmara.head, word)).counts).toEqual({ ...past, consolidated: 1 })
    expect((await finds(visitor, word)).counts).toEqual({ item: 1 })
    for (const actor of [elsewhere.belmara.head, elsewhere.rapporteur])
      expect((await finds(actor, word)).counts).toEqual(past)
    await cast.rewords(id, 1, 'Other words altogether.')
    expect((await finds(cast.belmara.head, word)).counts).toEqual(past)
  })
})

const commentOn = (proposalId: string, text: string) => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  parentId: '',
  replacesId: '',
  category: 'general' as const,
  position: 'supports' as const,
  passage: '',
  text,
})
