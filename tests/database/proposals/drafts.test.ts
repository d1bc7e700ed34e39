import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { submitDraft } from '@/lib/proposals/commands'
import { discardDraft } from '@/lib/proposals/drafts/care-commands'
import { copyDraft, saveDraft, startDraft } from '@/lib/proposals/drafts/commands'
import { getDraft, listDrafts } from '@/lib/proposals/drafts/queries'
import type { WriteDraft } from '@/lib/proposals/schema'
import { documentFromText } from '@/lib/text/document/document'
import { proposing, TEXT } from '@/tests/support/proposing'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})
const { written, writes, drafts, events } = proposing(() => cast)

describe('a draft', () => {
  it('is seen by its own delegation alone', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    expect((await getDraft(cast.arvenia.head, cast.session, id)).body).toEqual(
      documentFromText(TEXT),
    )
    expect(await listDrafts(cast.arvenia.head, cast.session)).toHaveLength(1)
    for (const actor of [cast.belmara.head, cast.secretariat, cast.chair, cast.outsider]) {
      await expect(getDraft(actor, cast.session, id)).rejects.toThrow('notFound')
      await expect(writes(actor, { id, version: 2 })).rejects.toThrow('notFound')
      await expect(submitDraft(actor, { id, version: 2 })).rejects.toThrow('notFound')
      await expect(discardDraft(actor, { id })).rejects.toThrow('notFound')
      expect(await listDrafts(actor, cast.session)).toEqual([])
    }
  })

  it('leaves no trace in the record before it is submitted', async () => {
    await drafts(cast.arvenia.adviser)
    expect(await events()).toEqual([])
  })

  it('is not written over: the second of two writers is refused, and may keep a copy', async () => {
    const { id, version } = await drafts(cast.arvenia.adviser)
    await writes(cast.arvenia.head, { id, version }, { text: 'The words of the head.' })
    const mine = { id, version, text: 'The words of the adviser.' }
    await expect(writes(cast.arvenia.adviser, mine, mine)).rejects.toThrow('draftMoved')
    const copied: WriteDraft = {
      ...mine,
      body: '',
      kind: '',
      agendaItemId: '',
      explanation: '',
      originalLanguage: 'en',
      reason: '',
    }
    const newId = randomUUID()
    await copyDraft(cast.arvenia.adviser, copied, newId)
    await copyDraft(cast.arvenia.adviser, copied, newId)
    const texts = (await listDrafts(cast.arvenia.head, cast.session)).map(({ body }) => body)
    expect(texts).toEqual(
      expect.arrayContaining([
        documentFromText('The words of the adviser.'),
        documentFromText('The words of the head.'),
      ]),
    )
    expect(texts).toHaveLength(2)
  })

  it('is no conflict with oneself: a save whose answer was lost goes on', async () => {
    const { id, version } = await drafts(cast.arvenia.adviser)
    const lost = { text: 'The first half.' }
    await writes(cast.arvenia.adviser, { id, version }, lost)
    expect((await writes(cast.arvenia.adviser, { id, version }, lost)).version).toBe(version + 2)
    const more = { id, version: version + 1, ...written(), text: 'The first half, and the second.' }
    const unanswered = { id, version: 1, ...written(), ...lost }
    expect((await saveDraft(cast.arvenia.adviser, more, [unanswered])).version).toBe(version + 3)
    const foreign = { ...unanswered, text: 'Words that never stood there.' }
    const changed = { ...more, text: 'Words of another.' }
    await expect(saveDraft(cast.arvenia.adviser, changed, [foreign])).rejects.toThrow('draftMoved')
    expect((await saveDraft(cast.arvenia.adviser, changed, [foreign, more])).version).toBe(
      version + 4,
    )
  })

  it('keeps its italics when plain words come back unchanged', async () => {
    const body = JSON.stringify({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'As agreed ' },
            { type: 'text', text: 'ad referendum', marks: [{ type: 'italic' }] },
          ],
        },
      ],
    })
    const draft = await drafts(cast.arvenia.head, { body })
    const { id } = await writes(cast.arvenia.head, draft, { text: 'As agreed ad referendum' })
    const kept = await getDraft(cast.arvenia.head, cast.session, id)
    expect(JSON.stringify(kept.body)).toContain('italic')
  })

  it('refuses observers, organisations and officers, unless the group lets observers propose', async () => {
    const { id: sessionId } = cast.session
    for (const actor of [cast.lumeria.head, cast.organisation.head, cast.rapporteur])
      await expect(startDraft(actor, { sessionId })).rejects.toThrow('proposalNotAllowed')
    const open = await scenario({ observersMayPropose: true })
    await startDraft(open.lumeria.head, { sessionId: open.session.id })
  })

  it("refuses another session's agenda item", async () => {
    const elsewhere = await scenario()
    await expect(
      drafts(cast.arvenia.head, { agendaItemId: elsewhere.agenda['2']! }),
    ).rejects.toThrow('agendaItemUnknown')
  })
})

describe('a text that cannot be kept', () => {
  it.each([
    ['250,000 signs of punctuation', '.'.repeat(250_000), 'text.tooManyLetters'],
    ['10,001 words', 'word '.repeat(10_001), 'text.tooManyWords'],
    ['NUL', 'a\u0000b', 'text.control'],
    ['a lone surrogate', 'a\uD800b', 'text.loneSurrogate'],
    ['a bidi override', 'a\u202Eb', 'text.bidi'],
    ['1 MB', 'x'.repeat(1_000_000), 'text.tooManyLetters'],
  ])('is plain words with %s', async (_, text, refusal) => {
    await expect(drafts(cast.arvenia.head, { text })).rejects.toThrow(refusal)
  })

  it.each([
    ['1 MB', JSON.stringify({ type: 'doc', content: 'x'.repeat(1_000_000) }), 'text.tooLarge'],
    ['2,000 levels', '['.repeat(2000) + ']'.repeat(2000), 'text.tooDeep'],
    [
      'an unknown node',
      JSON.stringify({ type: 'doc', content: [{ type: 'table' }] }),
      'text.unknownNode',
    ],
    [
      'a link',
      JSON.stringify({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              {
                type: 'text',
                text: 'x',
                marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
              },
            ],
          },
        ],
      }),
      'text.unknownNode',
    ],
  ])('is JSON with %s', async (_, body, refusal) => {
    await expect(drafts(cast.arvenia.head, { body })).rejects.toThrow(refusal)
  })
})
