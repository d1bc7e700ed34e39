import { addDays } from 'date-fns/addDays'
import { beforeEach, describe, expect, it } from 'vitest'
import { extendCirculation } from '@/lib/circulation/commands'
import { printSeatTime } from '@/lib/clock'
import { releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import {
  getCompiledCirculation,
  listItemComments,
} from '@/lib/circulation/compilation/queries/overview'
import { retractComment } from '@/lib/circulation/posting/commands'
import { itemFile, overviewFile } from '@/lib/circulation/posting/files'
import { getPosted, getPostedPlace, listLatestPosted } from '@/lib/circulation/posting/queries'
import { releaseResponse } from '@/lib/circulation/responses/commands'
import { replyToResponse } from '@/lib/circulation/responses/reply-commands'
import { ReleaseResponse } from '@/lib/circulation/responses/schema'
import { db } from '@/lib/db/client'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { indexBatch, restUntilPosting } from '@/lib/search/indexing'
import { search } from '@/lib/search/queries'
import { SearchFilter } from '@/lib/search/filter'
import { documentFromText } from '@/lib/text/document/document'
import { circulated } from '@/tests/support/circulating'
import { publicParts } from '@/tests/support/public-parts'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
const begins = async (about: Parameters<typeof circulated>[1] = {}) => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast, about)
}

const keeps = async (actor: SignedIn, about: Partial<KeepDraft> = {}) =>
  (await keepDraft(actor, sent.draft(about))).id
const releases = (actor: SignedIn, ...ids: string[]) =>
  releaseComments(actor, { circulationId: sent.id, ids })
const says = async (actor: SignedIn, text: string, about: Partial<KeepDraft> = {}) => {
  const id = await keeps(actor, { text, ...about })
  await releases(actor, id)
  return id
}

type PostedJson = {
  circulation: { lists: { headings: { items: { id: string; number: string }[] }[] }[] }
  comments: { id: string; text: string; target: { item?: string } }[]
}

/** All public parts of the circulation as one text; null if a part answers "not found". */
const everything = (delegationId: string) => publicParts(cast.session.slug, sent, delegationId)
const found = async (words: string) => {
  await indexBatch()
  return (
    await search(visitor, SearchFilter.parse({ words, session: cast.session.slug }))
  ).results.map(({ id }) => id)
}

describe('before the rule of posting says so', () => {
  beforeEach(() => begins())

  it('nothing is public: no page, feed, JSON, address of a comment, search', async () => {
    const id = await says(cast.belmara.head, 'Zanzibarian markers.')
    expect(await everything(cast.belmara.id)).toEqual([null, null, null, null, null, null])
    await expect(getPostedPlace(cast.session.slug, id)).rejects.toThrow('notFound')
    expect(await found('zanzibarian')).toEqual([])
  })

  it('the index waits for the posting, not for its next hour', async () => {
    await begins({ openFor: 60_000 })
    const rest = await restUntilPosting()
    expect(rest).toBeGreaterThan(30_000)
    expect(rest).toBeLessThan(70_000)
  })

  it('neither is what was opened to be posted at a later date', async () => {
    await begins({ postingRule: 'atDate', postAt: addDays(new Date(), 20) })
    await says(cast.belmara.head, 'Zanzibarian markers.')
    await sent.closes()
    expect(await everything(cast.belmara.id)).toEqual([null, null, null, null, null, null])
  })
})

describe('after it', () => {
  beforeEach(() => begins())

  it('each comment that counts stands on the pages, in the feed, in the JSON and is found', async () => {
    const id = await says(cast.belmara.head, 'Zanzibarian <b>markers</b>.')
    await says(cast.belmara.head, 'In general.', { target: 'circulation', position: 'none' })
    await sent.closes()
    const [overview, item, entity, general, feed, data] = await everything(cast.belmara.id)
    expect(overview).toContain('Belmara</a>: 2 comments')
    for (const page of [item, entity])
      expect(page).toContain('Zanzibarian &lt;b&gt;markers&lt;/b&gt;.')
    expect(general).toContain('In general.')
    expect(feed).toContain(`urn:uuid:${id}`)
    expect(feed).toContain('Zanzibarian &lt;b&gt;markers&lt;/b&gt;.')
    // A feed is read far from the seat.
    expect(feed).toMatch(/Released on [^<]*\(Vienna time\)/)
    const { circulation, comments } = JSON.parse(data!) as PostedJson
    const items = circulation.lists.flatMap(({ headings }) => headings.flatMap((one) => one.items))
    const target = comments.find((comment) => comment.id === id)!.target.item
    expect(items.find((candidate) => candidate.id === target)?.number).toBe('1 (a)')
    expect(data).not.toContain('isLookedAt')
    expect(comments.map(({ text }) => text)).toContain('Zanzibarian <b>markers</b>.')
    expect(await getPostedPlace(cast.session.slug, id)).toMatchObject({ itemId: sent.a })
    expect(await found('zanzibarian')).toEqual([id])
  })

  it('the page of the circulation names each item with its first words', async () => {
    const item = await db.item.findUniqueOrThrow({ where: { id: sent.a } })
    await sent.closes()
    const { body } = await overviewFile(cast.session.slug, sent.id)
    expect(body.toString()).toContain(
      `lang="${item.language}" dir="auto">${item.text.slice(0, 30)}`,
    )
  })

  it('the feed has the latest change first, and a replacement is a change of what it replaced', async () => {
    await begins({ postingRule: 'atRelease' })
    const first = await says(cast.belmara.head, 'First.')
    const other = await says(cast.arvenia.head, 'Other.')
    const last = await says(cast.belmara.head, 'Last.', { replacesId: first })
    const feed = (await everything(cast.belmara.id))[4]!
    const ids = [...feed.matchAll(/<entry>.*?urn:uuid:([0-9a-f-]{36})/gs)].map(([, id]) => id)
    expect(ids).toHaveLength(3)
    expect(new Set(ids.slice(0, 2))).toEqual(new Set([first, last]))
    expect(ids[2]).toBe(other)
    const posted = await getPosted(cast.session.slug, sent.id)
    const latest = (await listLatestPosted(posted, 2)).map(({ id }) => id)
    expect(new Set(latest)).toEqual(new Set([first, last]))
  })

  it('a comment that proposes a wording alone has it in the feed, marked against the item', async () => {
    const body = JSON.stringify(documentFromText('Member States may share electronic evidence.'))
    await says(cast.belmara.head, '', { position: 'supportsWithChange', body })
    await sent.closes()
    const feed = (await everything(cast.belmara.id))[4]
    expect(feed).toContain('Member States <del>should</del><ins>may</ins> share')
  })

  it('what was replaced or withdrawn before is not public, and never was', async () => {
    await says(cast.belmara.head, 'The zeroth marker.')
    await says(cast.belmara.head, 'The second marker.', { position: 'reserves' })
    const withdrawn = await says(cast.corvina.head, 'The third marker.')
    await withdrawComment(cast.corvina.head, { id: withdrawn })
    await sent.closes(0)
    const all = (await everything(cast.belmara.id)).join('\n')
    expect(all).toContain('The second marker.')
    for (const gone of ['zeroth', 'third', 'Corvina']) expect(all).not.toContain(gone)
  })

  it('Member States stand first, in the order of the United Nations, then observers and others', async () => {
    for (const member of [cast.belmara, cast.lumeria, cast.arvenia, cast.doranta])
      await says(member.head, `Said by ${member.name}.`)
    await sent.closes()
    const page = (await itemFile(cast.session.slug, sent.id, sent.a)).body.toString('utf8')
    const order = [...page.matchAll(/<h3>(\w+)<\/h3>/g)].map(([, name]) => name)
    expect(order).toEqual(['Arvenia', 'Belmara', 'Doranta', 'Lumeria'])
  })
})

describe('an extension', () => {
  it('stands on the public page at once', async () => {
    await begins({ postingRule: 'atRelease' })
    await says(cast.belmara.head, 'Too weak.')
    const overview = async () => (await everything(cast.belmara.id))[0]
    const { openUntil } = await db.circulation.findUniqueOrThrow({ where: { id: sent.id } })
    expect(await overview()).toContain(printSeatTime(openUntil))
    const later = addDays(openUntil, 40)
    await extendCirculation(cast.secretariat, { id: sent.id, openUntil: later, reason: 'Asked.' })
    expect(await overview()).toContain(printSeatTime(later))
  })
})

describe('a response', () => {
  beforeEach(() => begins())

  it('and the reply to it stand on each page as soon as they are given', async () => {
    const commentId = await says(cast.belmara.head, 'Too weak.')
    await sent.closes()
    const pages = async () => (await everything(cast.belmara.id)).slice(1, 3).join('\n')
    expect(await pages()).not.toContain('It goes too far.')
    await releaseResponse(
      cast.rapporteur,
      ReleaseResponse.parse({ commentId, text: 'It goes too far.', outcome: 'notTakenUp' }),
    )
    expect((await pages()).split('It goes too far.')).toHaveLength(3)
    await replyToResponse(cast.belmara.head, {
      commentId,
      reply: 'maintains',
      replyText: 'We still ask.',
    })
    expect((await pages()).split('We still ask.')).toHaveLength(3)
  })
})

describe('a retraction', () => {
  it('takes the response and the words of the reply from every public part and the compilation', async () => {
    await begins({ postingRule: 'atRelease' })
    const commentId = await says(cast.belmara.head, 'Too weak.')
    await releaseResponse(
      cast.rapporteur,
      ReleaseResponse.parse({ commentId, text: 'Xanadu answers.', outcome: 'notTakenUp' }),
    )
    const replyText = 'Zanzibarian reply.'
    await replyToResponse(cast.belmara.head, { commentId, reply: 'maintains', replyText })
    const compiled = async () => {
      const circulation = await getCompiledCirculation(cast.secretariat, cast.session, sent.id)
      return JSON.stringify(await listItemComments(cast.secretariat, circulation, sent.a))
    }
    expect((await everything(cast.belmara.id)).join('\n')).toContain('Zanzibarian')
    expect(await compiled()).toContain('Zanzibarian')
    await retractComment(cast.belmara.head, { id: commentId })
    const after = (await everything(cast.belmara.id)).join('\n')
    for (const words of ['Too weak', 'Xanadu', 'Zanzibarian']) expect(after).not.toContain(words)
    expect(await compiled()).toContain('Xanadu')
    expect(await compiled()).not.toContain('Zanzibarian')
    expect(await compiled()).toContain('"retractedBy":"delegation"')
  })

  it('takes the words from every page, file and search at once, and leaves a line', async () => {
    await begins({ postingRule: 'atRelease' })
    const id = await says(cast.belmara.head, 'Zanzibarian markers.')
    const before = (await everything(cast.belmara.id)).join('\n')
    expect(before).toContain('Zanzibarian')
    const { hash } = await itemFile(cast.session.slug, sent.id, sent.a)
    await expect(retractComment(cast.corvina.head, { id })).rejects.toThrow('commentNotRetractable')
    await retractComment(cast.secretariat, { id })
    const after = await everything(cast.belmara.id)
    const circulation = await getCompiledCirculation(cast.rapporteur, cast.session, sent.id)
    const [compiled] = await listItemComments(cast.rapporteur, circulation, sent.a)
    expect(compiled).toMatchObject({ id, text: '', retractedBy: 'secretariat' })
    expect(after.join('\n')).not.toContain('Zanzibarian')
    expect(after[1]).toContain('Retracted by the Secretariat on')
    expect(after[4]).toContain('(taken down)')
    expect((await itemFile(cast.session.slug, sent.id, sent.a)).hash).not.toBe(hash)
    expect(await found('zanzibarian')).toEqual([])
    await expect(retractComment(cast.belmara.head, { id })).rejects.toThrow('commentEnded')
    const [last] = (await cast.recorded()).slice(-1)
    expect(last).toMatchObject({ event: 'circulation.commentRetracted', subjectId: id })
  })

  it('is made by the delegation itself after posting, and refused before', async () => {
    await begins()
    const id = await says(cast.belmara.head, 'Ours.')
    await expect(retractComment(cast.belmara.head, { id })).rejects.toThrow('commentNotPosted')
    await expect(retractComment(cast.corvina.head, { id })).rejects.toThrow('notFound')
    await sent.closes()
    await retractComment(cast.belmara.head, { id })
    const page = (await itemFile(cast.session.slug, sent.id, sent.a)).body.toString('utf8')
    expect(page).toContain('Retracted by Belmara on')
  })
})
