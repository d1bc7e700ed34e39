import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import {
  copyDraft,
  discardDraft,
  rebaseDraft,
  saveDraft,
  startDraft,
  startRevision,
} from '@/lib/proposals/draft-commands'
import { getDraft, listDrafts } from '@/lib/proposals/draft-queries'
import { getProposal } from '@/lib/proposals/queries'
import type { WriteDraft } from '@/lib/proposals/schema'
import { sha256 } from '@/lib/record'
import { documentFromText } from '@/lib/text/document'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const TEXT = 'Member States should share evidence without delay.'

const written = () => ({
  kind: 'recommendation' as const,
  agendaItemId: cast.agenda['2']!,
  body: '',
  text: TEXT,
  explanation: '',
  originalLanguage: 'en' as const,
  reason: '',
})
async function writes(
  actor: SignedIn,
  draft: { id: string; version?: number },
  change: Partial<WriteDraft> = {},
) {
  const { id, version } = await saveDraft(actor, {
    id: draft.id,
    version: draft.version ?? 1,
    ...written(),
    ...change,
  })
  return { id, version }
}
const drafts = async (actor: SignedIn, change: Partial<WriteDraft> = {}) =>
  writes(actor, await startDraft(actor, { sessionId: cast.session.id }), change)
const submits = async (actor: SignedIn, change: Partial<WriteDraft> = {}) =>
  submitDraft(actor, await drafts(actor, change))
const revises = async (actor: SignedIn, proposalId: string, text: string) =>
  writes(actor, await startRevision(actor, { proposalId }), { text, reason: 'Clearer.' })
const events = async () => (await cast.recorded()).map(({ event }) => event)

describe('a draft', () => {
  it('is seen by its own delegation alone', async () => {
    const { id } = await drafts(cast.arvenia.adviser)
    expect((await getDraft(cast.arvenia.head, cast.session, id)).body).toEqual(
      documentFromText(TEXT),
    )
    expect(await listDrafts(cast.arvenia.head, cast.session)).toHaveLength(1)
    for (const other of [cast.belmara.head, cast.secretariat, cast.chair, cast.outsider]) {
      await expect(getDraft(other, cast.session, id)).rejects.toThrow('notFound')
      await expect(writes(other, { id, version: 2 })).rejects.toThrow('notFound')
      await expect(submitDraft(other, { id, version: 2 })).rejects.toThrow('notFound')
      await expect(discardDraft(other, { id, version: 2 })).rejects.toThrow('notFound')
      expect(await listDrafts(other, cast.session)).toEqual([])
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
    expect((await saveDraft(cast.arvenia.adviser, more, unanswered)).version).toBe(version + 3)
    const foreign = { ...unanswered, text: 'Words that never stood there.' }
    await expect(saveDraft(cast.arvenia.adviser, more, foreign)).rejects.toThrow('draftMoved')
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
    for (const other of [cast.lumeria.head, cast.organisation.head, cast.rapporteur])
      await expect(startDraft(other, { sessionId })).rejects.toThrow('proposalNotAllowed')
    const open = await scenario({ observersMayPropose: true })
    await startDraft(open.lumeria.head, { sessionId: open.session.id })
  })

  it("refuses another session's agenda item", async () => {
    const other = await scenario()
    await expect(drafts(cast.arvenia.head, { agendaItemId: other.agenda['2']! })).rejects.toThrow(
      'agendaItemUnknown',
    )
  })
})

describe('submitting', () => {
  it('gives the number, keeps the text exactly and writes the record and the receipt', async () => {
    const submitted = await submits(cast.arvenia.head, { text: 'Two lines.\nOf text.' })
    expect(submitted).toMatchObject({ number: 1, revision: 1 })
    const view = await getProposal(cast.belmara.adviser, cast.session, 1)
    expect(view).toMatchObject({
      delegationName: 'Arvenia',
      text: 'Two lines.\nOf text.',
      textHash: sha256('Two lines.\nOf text.'),
    })
    expect(await cast.recorded()).toMatchObject([
      {
        event: 'proposal.submitted',
        actingFor: 'Arvenia',
        personName: 'Amara Voss',
        textHash: submitted.textHash,
        data: { number: 1, revision: 1 },
      },
    ])
    const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    expect(mail.recipient).toBe('amara.voss@arvenia.example')
    expect(mail.text).toContain(submitted.textHash)
    expect(mail.text).not.toContain('Two lines.')
  })

  it('makes one proposal of a double click and of a retried request', async () => {
    const draft = await drafts(cast.arvenia.head)
    const twice = await Promise.all([
      submitDraft(cast.arvenia.head, draft),
      submitDraft(cast.arvenia.alternate, draft),
    ])
    expect(twice.map(({ number }) => number)).toEqual([1, 1])
    expect(await submitDraft(cast.arvenia.head, draft)).toEqual(twice[0])
    expect(await db.proposal.count({ where: { sessionId: cast.session.id } })).toBe(1)
    expect(await events()).toEqual(['proposal.submitted'])
  })

  it('numbers 50 parallel submissions without gap or duplicate, while some are refused', async () => {
    const authors = [cast.arvenia, cast.belmara, cast.corvina, cast.doranta, cast.estavia]
    const ready = []
    for (let i = 0; i < 50; i += 1) {
      const actor = authors[i % authors.length]!.head
      ready.push({ actor, draft: await drafts(actor, { text: `Proposal ${i}.` }) })
    }
    const blank = await drafts(cast.fenmark.head, { text: ' \u200B ' })
    const results = await Promise.allSettled([
      ...ready.map(({ actor, draft }) => submitDraft(actor, draft)),
      submitDraft(cast.fenmark.head, blank),
      submitDraft(cast.arvenia.adviser, ready[0]!.draft),
    ])
    const numbers = results.slice(0, 50).map((one) => (one as { value: { number: number } }).value)
    expect(numbers.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    expect(results[50]!.status).toBe('rejected')
  })

  it('refuses the adviser, who may keep the draft', async () => {
    const draft = await drafts(cast.arvenia.adviser)
    await expect(submitDraft(cast.arvenia.adviser, draft)).rejects.toThrow('proposalNotSubmittable')
  })

  it('refuses whoever lost the place, and a delegation that is withdrawn', async () => {
    const draft = await drafts(cast.arvenia.head)
    const withdrawn = {
      ...cast.arvenia.head,
      places: cast.arvenia.head.places.map((place) => ({
        ...place,
        delegationState: 'withdrawn' as const,
      })),
    }
    await expect(submitDraft({ ...withdrawn, places: [] }, draft)).rejects.toThrow('notFound')
    await expect(submitDraft(withdrawn, draft)).rejects.toThrow('notFound')
  })

  it('refuses one second after the deadline, and writes nothing', async () => {
    const draft = await drafts(cast.arvenia.head)
    await cast.deadlinePasses('submission')
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('submissionClosed')
    expect(await events()).toEqual([])
    expect(await listDrafts(cast.arvenia.head, cast.session)).toHaveLength(1)
  })

  it('refuses what was changed after it was read', async () => {
    const draft = await drafts(cast.arvenia.head)
    await writes(cast.arvenia.adviser, draft, { text: 'Something else.' })
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('draftMoved')
  })

  it.each([
    ['without a text', { text: '\u200B \u00A0' }, 'text.empty'],
    ['without a kind', { kind: '' as const }, 'kindMissing'],
    ['without an agenda item', { agendaItemId: '' as const }, 'agendaItemMissing'],
  ])('refuses a draft %s', async (_, change, refusal) => {
    const draft = await drafts(cast.arvenia.head, change)
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow(refusal)
    expect(await db.proposal.count({ where: { sessionId: cast.session.id } })).toBe(0)
  })

  it.each([
    ['10,001 words', 'word '.repeat(10_001), 'text.tooManyWords'],
    ['NUL', 'a\u0000b', 'text.control'],
    ['a lone surrogate', 'a\uD800b', 'text.loneSurrogate'],
    ['a bidi override', 'a\u202Eb', 'text.bidi'],
  ])('does not keep a text with %s', async (_, text, refusal) => {
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
  ])('does not keep JSON with %s', async (_, body, refusal) => {
    await expect(drafts(cast.arvenia.head, { body })).rejects.toThrow(refusal)
  })
})

describe('revising', () => {
  it('adds a revision with its reason and leaves the earlier text as it was', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const told: number[] = []
    await submitDraft(
      cast.arvenia.head,
      await revises(cast.arvenia.adviser, proposalId, 'A better text.'),
      async (_, { revision }) => void told.push(revision),
    )
    const view = await getProposal(cast.belmara.head, cast.session, 1)
    expect(view.text).toBe('A better text.')
    expect(view.revisions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'Clearer.'],
      [1, ''],
    ])
    const first = await db.revision.findFirstOrThrow({ where: { proposalId, number: 1 } })
    expect(first.text).toBe(TEXT)
    expect(told).toEqual([2])
    expect(await events()).toEqual(['proposal.submitted', 'proposal.revised'])
  })

  it('tells the second of two who revise the same revision, and keeps both texts', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const one = await revises(cast.arvenia.head, proposalId, 'The text of the first.')
    const two = await revises(cast.arvenia.adviser, proposalId, 'The text of the second.')
    await submitDraft(cast.arvenia.head, one)
    await expect(submitDraft(cast.arvenia.alternate, two)).rejects.toThrow('proposalRevised')
    const view = await getDraft(cast.arvenia.adviser, cast.session, two.id)
    expect(view.revises).toMatchObject({
      base: 1,
      current: 2,
      baseBody: documentFromText(TEXT),
      currentBody: documentFromText('The text of the first.'),
    })
    await rebaseDraft(cast.arvenia.adviser, two)
    const after = await submitDraft(cast.arvenia.head, { id: two.id, version: two.version + 1 })
    expect(after.revision).toBe(3)
  })

  it('refuses other delegations, a text that is the same, and one without a reason', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    await expect(startRevision(cast.belmara.head, { proposalId })).rejects.toThrow(
      'revisionNotYours',
    )
    const same = await revises(cast.arvenia.head, proposalId, TEXT)
    await expect(submitDraft(cast.arvenia.head, same)).rejects.toThrow('revisionEqual')
    const mute = await writes(
      cast.arvenia.head,
      await startRevision(cast.arvenia.head, { proposalId }),
      { text: 'Other.' },
    )
    await expect(submitDraft(cast.arvenia.head, mute)).rejects.toThrow('reasonMissing')
  })
})

describe('co-sponsoring and withdrawing', () => {
  it('joins on the text that was read and leaves again, both recorded', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    const joining = { proposalId, revisionNumber: 1 }
    await coSponsorProposal(cast.belmara.head, joining)
    await coSponsorProposal(cast.belmara.head, joining)
    expect((await getProposal(cast.corvina.head, cast.session, 1)).coSponsors).toMatchObject([
      { name: 'Belmara', revision: 1 },
    ])
    await leaveCoSponsorship(cast.belmara.head, { proposalId })
    expect((await getProposal(cast.corvina.head, cast.session, 1)).coSponsors).toEqual([])
    expect(await events()).toEqual([
      'proposal.submitted',
      'proposal.coSponsored',
      'proposal.coSponsorshipLeft',
    ])
  })

  it('tells co-sponsors of a revision; their consent stays on the text they read', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    await coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 })
    await submitDraft(cast.arvenia.head, await revises(cast.arvenia.head, proposalId, 'New words.'))
    const mails = await db.mail.findMany({
      where: { recipient: 'bastien.kolo@belmara.example' },
      orderBy: { createdAt: 'asc' },
    })
    expect(mails.at(-1)?.text).toContain('revision 2')
    const { coSponsors } = await getProposal(cast.corvina.head, cast.session, 1)
    expect(coSponsors).toMatchObject([{ name: 'Belmara', revision: 1 }])
    await expect(
      coSponsorProposal(cast.corvina.head, { proposalId, revisionNumber: 1 }),
    ).rejects.toThrow('coSponsoredMeanwhile')
  })

  it('refuses the author, advisers and observers as co-sponsors', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    for (const actor of [cast.arvenia.head, cast.belmara.adviser, cast.lumeria.head, cast.chair])
      await expect(coSponsorProposal(actor, { proposalId, revisionNumber: 1 })).rejects.toThrow(
        'coSponsorNotAllowed',
      )
  })

  it('withdraws by the author alone; the text stays readable and nothing can be added', async () => {
    const { proposalId } = await submits(cast.arvenia.head)
    for (const actor of [cast.arvenia.adviser, cast.belmara.head, cast.secretariat])
      await expect(withdrawProposal(actor, { proposalId, reason: '' })).rejects.toThrow(
        'withdrawalNotYours',
      )
    const draft = await revises(cast.arvenia.head, proposalId, 'Too late.')
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Merged elsewhere.' })
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: 'Again.' })
    const view = await getProposal(cast.belmara.head, cast.session, 1)
    expect(view).toMatchObject({ text: TEXT, withdrawalReason: 'Merged elsewhere.' })
    await expect(submitDraft(cast.arvenia.head, draft)).rejects.toThrow('proposalWithdrawn')
    await expect(
      coSponsorProposal(cast.belmara.head, { proposalId, revisionNumber: 1 }),
    ).rejects.toThrow('proposalWithdrawn')
    expect(await events()).toEqual(['proposal.submitted', 'proposal.withdrawn'])
  })
})
