import { readdirSync, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { acceptLate, releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { discardDraft, keepDraft, supportItems } from '@/lib/circulation/comments/drafts/commands'
import { askForLate } from '@/lib/circulation/comments/late/commands'
import { listLate } from '@/lib/circulation/comments/late/queries'
import {
  getReleased,
  listOwnDrafts,
  listOwnReleased,
} from '@/lib/circulation/comments/reading/own-queries'
import { getReceipt, listReceipts } from '@/lib/circulation/comments/reading/receipts'
import {
  getCirculation,
  getItem,
  listContents,
  noteItemLook,
} from '@/lib/circulation/comments/reading/queries'
import { progressOf } from '@/lib/circulation/comments/reading/views'
import { readFilter } from '@/lib/circulation/compilation/filter'
import { compilationFile } from '@/lib/circulation/compilation/files/write'
import { compilationFormats } from '@/lib/circulation/compilation/formats'
import {
  getCompiledCirculation,
  getOverview,
  listComments,
} from '@/lib/circulation/compilation/queries/overview'
import { itemFile, overviewFile } from '@/lib/circulation/posting/files'
import { listLatestPosted, listPosted } from '@/lib/circulation/posting/queries'
import { db } from '@/lib/db/client'
import { type SignedIn, visitor } from '@/lib/delegations/actor'
import { listDeskCirculations } from '@/lib/desk/circulation/queries'
import { listInbox } from '@/lib/desk/queries'
import { indexBatch } from '@/lib/search/indexing'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { documentFromText } from '@/lib/text/document/document'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

const MARKER = 'Xylophonic'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
let draftId: string

/** Belmara has a draft with words in every field, beside released comments of others; after the deadline, all is posted. */
beforeAll(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast)
  const body = JSON.stringify(documentFromText(`${MARKER} wording of the item.`))
  draftId = (
    await keepDraft(
      cast.belmara.adviser,
      sent.draft({ text: `${MARKER} text.`, body, position: 'supportsWithChange' }),
    )
  ).id
  await keepDraft(
    cast.belmara.head,
    sent.draft({ target: 'other', itemId: '', subject: `${MARKER} subject`, position: 'none' }),
  )
  const { id } = await keepDraft(cast.corvina.head, sent.draft({ text: 'Said by Corvina.' }))
  await releaseComments(cast.corvina.head, { circulationId: sent.id, ids: [id] })
  await sent.closes(0)
})

const everybodyElse = (): [string, SignedIn][] => [
  ['another State', cast.corvina.head],
  ['an observer', cast.lumeria.head],
  ['the Secretariat', cast.secretariat],
  ['the Rapporteur', cast.rapporteur],
  ['the Chair', cast.chair],
]

describe('what is in the hand of a delegation', () => {
  it('is read by everybody of it', async () => {
    for (const actor of [cast.belmara.head, cast.belmara.adviser]) {
      const circulation = await getCirculation(actor, cast.session, sent.id)
      expect(inspect(await listOwnDrafts(circulation), { depth: 9 })).toContain(MARKER)
      expect(progressOf(await listContents(circulation))).toMatchObject({ commented: 1 })
    }
  })

  it('names its item with the list', async () => {
    const circulation = await getCirculation(cast.belmara.head, cast.session, sent.id)
    const [draft] = await listOwnDrafts(circulation)
    expect(draft!.name).toMatch(/^List of the \w+ session, .+, para\. 1 \(a\)$/)
  })

  it('is on no page of anybody else, not even as a count', async () => {
    for (const [reader, actor] of everybodyElse()) {
      const circulation = await getCirculation(actor, cast.session, sent.id)
      const read = [
        circulation,
        await listContents(circulation),
        await listOwnDrafts(circulation),
        await listOwnReleased(circulation),
        await listReceipts(circulation),
        await getItem(sent.id, sent.a),
      ]
      expect(inspect(read, { depth: 12 }), reader).not.toContain(MARKER)
      const ownCount = actor === cast.corvina.head ? 1 : 0
      expect(progressOf(await listContents(circulation)), reader).toMatchObject({
        commented: ownCount,
      })
      await expect(getReleased(actor, circulation, draftId), reader).rejects.toThrow('notFound')
      await expect(getReceipt(actor, circulation, draftId), reader).rejects.toThrow('notFound')
    }
    expect(await listLate(cast.secretariat, { id: sent.id, sessionId: cast.session.id })).toEqual(
      [],
    )
  })

  it('is in no compilation and no file of one', async () => {
    for (const [reader, actor] of everybodyElse()) {
      const compiled = await getCompiledCirculation(actor, cast.session, sent.id)
      const read = [
        await getOverview(compiled),
        await listComments(actor, compiled, readFilter({}), 1),
      ]
      expect(inspect(read, { depth: 12 }), reader).not.toContain(MARKER)
    }
    const compiled = await getCompiledCirculation(cast.secretariat, cast.session, sent.id)
    for (const format of compilationFormats) {
      if (format === 'docx' || format === 'xlsx') continue
      let text = ''
      const decoder = new TextDecoder()
      for await (const piece of compilationFile(compiled, format)) text += decoder.decode(piece)
      expect(text, format).not.toContain(MARKER)
      expect(text, format).toContain('Said by Corvina.')
    }
  })

  it('is on no public page', async () => {
    const pages = [
      await overviewFile(cast.session.slug, sent.id),
      await itemFile(cast.session.slug, sent.id, sent.a),
    ].map(({ body }) => body.toString('utf8'))
    expect(pages.join('\n')).toContain('Corvina')
    expect(pages.join('\n')).not.toContain(MARKER)
    expect(pages.join('\n')).not.toContain('Belmara')
    const posted = {
      id: sent.id,
      slug: cast.session.slug,
      title: '',
      openUntil: new Date(),
      from: new Date(0),
      isOpen: false,
    }
    expect(inspect(await listPosted(posted, {}), { depth: 9 })).not.toContain(MARKER)
    expect(inspect(await listLatestPosted(posted, 9), { depth: 9 })).not.toContain(MARKER)
  })

  it('is found by no search, written in no letter and in no entry of the record', async () => {
    await indexBatch()
    for (const actor of [
      visitor,
      cast.belmara.head,
      ...everybodyElse().map(([, actor]) => actor),
    ]) {
      const { results } = await search(actor, SearchFilter.parse({ words: MARKER }))
      expect(results).toEqual([])
    }
    expect(await db.mail.count({ where: { text: { contains: MARKER } } })).toBe(0)
    expect(inspect(await db.recordEntry.findMany(), { depth: 6 })).not.toContain(MARKER)
    const record = await listRecord(cast.secretariat, cast.session, RecordFilter.parse({}))
    expect(inspect(record, { depth: 6 })).not.toContain('Belmara')
  })

  it('is on no desk of anybody else', async () => {
    for (const [reader, actor] of everybodyElse()) {
      const inbox = await listInbox(actor)
      expect(inspect(inbox, { depth: 12 }), reader).not.toContain(MARKER)
    }
  })

  it('is in no line of the log, whatever is refused', async () => {
    const logLines: string[] = []
    const hear = (...words: unknown[]) => logLines.push(inspect(words, { depth: 12 }))
    for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, kind).mockImplementation(hear)
    const ids = [draftId]
    const tries = [
      keepDraft(cast.corvina.head, sent.draft({ id: draftId, text: MARKER })),
      keepDraft(cast.belmara.head, sent.draft({ id: draftId, text: MARKER, version: 9 })),
      releaseComments(cast.belmara.head, { circulationId: sent.id, ids }),
      releaseComments(cast.secretariat, { circulationId: sent.id, ids }),
      acceptLate(cast.secretariat, { circulationId: sent.id, ids }),
      withdrawComment(cast.corvina.head, { id: draftId }),
      discardDraft(cast.corvina.head, { id: draftId }),
      supportItems(cast.belmara.head, {
        circulationId: sent.id,
        itemIds: [sent.notCirculated],
        onBehalfOfId: '',
      }),
    ]
    const answers = await Promise.allSettled(tries)
    vi.restoreAllMocks()
    expect(answers.map(({ status }) => status)).toEqual(tries.map(() => 'rejected'))
    const refused = answers.map((answer) => inspect(answer, { depth: 12 })).join('\n')
    expect(`${logLines.join('\n')}\n${refused}`).not.toContain(MARKER)
  })
})

it('the desk of the delegation says what stayed in hand, and that of the Secretariat what was handed over', async () => {
  const kinds = async (actor: SignedIn) =>
    (await listInbox(actor))
      .filter(({ session }) => session?.slug === cast.session.slug)
      .map(({ kind, values }) => [kind, values.count])
  expect(await kinds(cast.belmara.head)).toContainEqual(['circulationUnsent', 2])
  expect((await kinds(cast.secretariat)).map(([kind]) => kind)).not.toContain('decideLate')
  expect((await kinds(cast.corvina.head)).map(([kind]) => kind)).not.toContain('circulationUnsent')
  const held = await circulated(cast)
  const { id } = await keepDraft(cast.belmara.head, held.draft())
  expect(await kinds(cast.belmara.head)).toContainEqual(['releaseCirculated', 1])
  expect(await kinds(cast.belmara.adviser)).toContainEqual(['waitCirculated', 1])
  expect(await kinds(cast.belmara.head)).toContainEqual(['readCirculated', 4])
  const asked = await listDeskCirculations(cast.belmara.head, new Date())
  expect(asked.find(({ id }) => id === held.id)).toMatchObject({ items: 4, looked: 0, inHand: 1 })
  expect(await listDeskCirculations(cast.outsider, new Date())).toEqual([])
  await held.closes()
  await askForLate(cast.belmara.head, { circulationId: held.id, ids: [id] })
  expect(await kinds(cast.secretariat)).toContainEqual(['decideLate', 1])
})

it('a look of a delegation is noted once and told to nobody else', async () => {
  const circulation = await getCirculation(cast.belmara.adviser, cast.session, sent.id)
  await noteItemLook(cast.belmara.adviser, circulation, sent.c)
  await noteItemLook(cast.belmara.head, circulation, sent.c)
  expect(progressOf(await listContents(circulation)).looked).toBe(1)
  const seenByCorvina = await getCirculation(cast.corvina.head, cast.session, sent.id)
  expect(progressOf(await listContents(seenByCorvina)).looked).toBe(0)
  const chair = await getCirculation(cast.chair, cast.session, sent.id)
  await noteItemLook(cast.chair, chair, sent.c)
  expect(await db.circulationLook.count({ where: { circulationId: sent.id } })).toBe(1)
})

it('no file outside the room of drafts reads the table of comments in hand without naming whose they are', () => {
  const readers = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((file) => `lib/${file}`.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('lib/db/generated/'))
    .filter((file) => {
      const source = readFileSync(file, 'utf8')
      return /\bcirculationDraft\.(find|group|count|aggregate)/.test(source)
    })
  expect(
    readers.filter(
      (file) => !/delegationId|enteredBySecretariat|handedAt/.test(readFileSync(file, 'utf8')),
    ),
  ).toEqual([])
})
