import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerAmendment,
  coSponsorAmendment,
  leaveAmendment,
  withdrawAmendment,
} from '@/lib/amendments/act-commands'
import { releaseAmendment, releaseAmendmentDraft } from '@/lib/amendments/commands'
import {
  carryAmendmentDraft,
  copyAmendmentDraft,
  discardAmendmentDraft,
  saveAmendmentDraft,
  startAmendment,
} from '@/lib/amendments/draft-commands'
import { listAmendmentDrafts, listAmendments } from '@/lib/amendments/queries'
import { tellAmendmentAuthors } from '@/lib/amendments/revised'
import { WriteAmendment } from '@/lib/amendments/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { saveDraft, startDraft, startRevision } from '@/lib/proposals/draft-commands'
import { sha256 } from '@/lib/record'
import { documentFromText, plainText } from '@/lib/text/document'
import { type Scenario, scenario } from '@/tests/support/scenario'

const TEXT = 'Member States shall share evidence with others, where their laws allow it.'
const SHOULD = TEXT.replace('shall', 'should')

let cast: Scenario
let proposalId: string
beforeEach(async () => {
  cast = await scenario()
  proposalId = (
    await submits(await startDraft(cast.arvenia.head, { sessionId: cast.session.id }), TEXT)
  ).proposalId
})

async function submits(draft: { id: string }, text: string) {
  const { version } = await saveDraft(cast.arvenia.head, {
    id: draft.id,
    version: 1,
    kind: 'recommendation',
    agendaItemId: cast.agenda['2']!,
    body: '',
    text,
    explanation: '',
    originalLanguage: 'en',
    reason: 'Clearer.',
  })
  return submitDraft(cast.arvenia.head, { id: draft.id, version }, tellAmendmentAuthors)
}
const revises = async (text: string) =>
  submits(await startRevision(cast.arvenia.head, { proposalId }), text)

const written = (change: Partial<WriteAmendment> = {}): WriteAmendment => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  version: 0,
  body: '',
  text: SHOULD,
  reason: '',
  ...change,
})
const releases = (actor: SignedIn, change: Partial<WriteAmendment> = {}) =>
  releaseAmendment(actor, written(change))
const drafts = async (actor: SignedIn, change: Partial<WriteAmendment> = {}) => {
  const { id } = await startAmendment(actor, { proposalId })
  const { version } = await saveAmendmentDraft(actor, written({ id, version: 1, ...change }))
  return { id, version }
}
const own = (actor: SignedIn) =>
  listAmendmentDrafts(actor, { id: proposalId, sessionId: cast.session.id })
const events = async () =>
  (await cast.recorded()).map(({ event }) => event).filter((one) => one.startsWith('amendment.'))
const released = () => listAmendments(cast.fenmark.adviser, proposalId)

describe('a draft of an amendment', () => {
  it('opens with the text itself, and a person who changed nothing goes on with the same', async () => {
    const { id } = await startAmendment(cast.belmara.adviser, { proposalId })
    expect((await startAmendment(cast.belmara.adviser, { proposalId })).id).toBe(id)
    const [draft] = await own(cast.belmara.head)
    expect(draft).toMatchObject({ id, body: documentFromText(TEXT), revisionNumber: 1 })
  })

  it('is seen by its own delegation alone, and leaves no trace in the record', async () => {
    const { id, version } = await drafts(cast.belmara.adviser, { reason: 'Softer.' })
    expect(await own(cast.belmara.head)).toMatchObject([{ id, reason: 'Softer.' }])
    const others = [cast.arvenia, cast.corvina].map(({ head }) => head)
    for (const other of [...others, cast.secretariat, cast.rapporteur, cast.chair, cast.outsider]) {
      expect(await own(other)).toEqual([])
      await expect(discardAmendmentDraft(other, { id })).rejects.toThrow('notFound')
      await expect(releaseAmendmentDraft(other, { id, version })).rejects.toThrow('notFound')
      await expect(carryAmendmentDraft(other, { id, version })).rejects.toThrow('notFound')
    }
    const theirs = written({ id, version })
    await expect(saveAmendmentDraft(cast.corvina.head, theirs)).rejects.toThrow('notFound')
    await expect(releaseAmendment(cast.corvina.head, theirs)).rejects.toThrow('notFound')
    expect(await released()).toEqual([])
    expect(await events()).toEqual([])
  })

  it('is not written over: the second of two writers is refused, and may keep a copy', async () => {
    const draft = await drafts(cast.belmara.adviser)
    await saveAmendmentDraft(cast.belmara.head, written({ ...draft, text: `${TEXT} The head's.` }))
    const mine = written({ ...draft, text: `${TEXT} The adviser's.` })
    await expect(saveAmendmentDraft(cast.belmara.adviser, mine)).rejects.toThrow('draftMoved')
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow('draftMoved')
    const newId = randomUUID()
    await copyAmendmentDraft(cast.belmara.adviser, mine, newId)
    await copyAmendmentDraft(cast.belmara.adviser, mine, newId)
    const texts = (await own(cast.belmara.head)).map(({ body }) => plainText(body))
    expect(texts.toSorted()).toEqual([`${TEXT} The adviser's.`, `${TEXT} The head's.`])
  })

  it('is no conflict with oneself: a save whose answer was lost goes on', async () => {
    const draft = await drafts(cast.belmara.adviser)
    const lost = written({ ...draft, text: `${TEXT} More.` })
    await saveAmendmentDraft(cast.belmara.adviser, lost)
    const more = { ...lost, text: `${TEXT} More words.` }
    await saveAmendmentDraft(cast.belmara.adviser, more, lost)
    expect((await own(cast.belmara.head)).map(({ body }) => plainText(body))).toEqual([
      `${TEXT} More words.`,
    ])
  })

  it('is carried over to the next revision with its own words', async () => {
    const draft = await drafts(cast.belmara.adviser)
    await revises(TEXT.replace('others', 'all others'))
    await carryAmendmentDraft(cast.belmara.adviser, draft)
    const [carried] = await own(cast.belmara.head)
    expect(carried).toMatchObject({ revisionNumber: 2 })
    expect(plainText(carried!.body)).toBe(SHOULD.replace('others', 'all others'))
  })
})

describe('releasing an amendment', () => {
  it('gives its number, keeps the text exactly and writes the record in the same act', async () => {
    const draft = await drafts(cast.belmara.adviser, { reason: 'Softer.' })
    const { number } = await releaseAmendmentDraft(cast.belmara.head, draft)
    expect(number).toBe(1)
    expect(await released()).toMatchObject([
      { delegationName: 'Belmara', text: SHOULD, reason: 'Softer.', revisionNumber: 1 },
    ])
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'amendment.released',
      actingFor: 'Belmara',
      textHash: sha256(SHOULD),
      data: { number: 1, amendment: 1, revision: 1 },
    })
    expect(await own(cast.belmara.head)).toEqual([])
    await expect(saveAmendmentDraft(cast.belmara.head, written(draft))).rejects.toThrow(
      'amendmentNoLongerDraft',
    )
  })

  it('makes one of a double click and of a retried request', async () => {
    const draft = await drafts(cast.belmara.head)
    const twice = await Promise.all([
      releaseAmendmentDraft(cast.belmara.head, draft),
      releaseAmendmentDraft(cast.belmara.head, draft),
    ])
    expect(twice[0]).toEqual(twice[1])
    expect(await releaseAmendmentDraft(cast.belmara.head, draft)).toEqual(twice[0])
    expect(await released()).toHaveLength(1)
    expect(await events()).toEqual(['amendment.released'])
  })

  it('numbers 30 at once without gap or duplicate, while some are refused', async () => {
    const authors = [cast.belmara, cast.corvina, cast.doranta, cast.estavia, cast.fenmark]
    const good = Array.from({ length: 30 }, (_, i) =>
      releases(authors[i % authors.length]!.head, { text: `${TEXT} And ${i}.` }),
    )
    const bad = [
      releases(cast.ilmara.head, { text: TEXT }),
      releases(cast.ilmara.adviser, { text: SHOULD }),
    ]
    const results = await Promise.allSettled([...good, ...bad])
    expect(results.slice(30).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const numbers = (await released()).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  })

  it.each([
    ['equal to the text as it stands', { text: TEXT }, 'amendmentEqual'],
    ['empty', { text: '\u200B \u00A0' }, 'text.empty'],
    ['with a hidden mark of direction', { text: `${TEXT} \u202Eback` }, 'text.bidi'],
    ['of 200 kB', { text: `${'word '.repeat(40_000)}` }, 'text.tooManyWords'],
    [
      'of a form that is no text',
      { body: '{"type":"doc","content":[{"type":"table"}]}' },
      'text.unknownNode',
    ],
    ['on a revision that is not there', { revisionNumber: 7 }, 'notFound'],
  ])('refuses one that is %s, and writes nothing', async (_, change, key) => {
    await expect(releases(cast.belmara.head, change)).rejects.toThrow(key)
    expect(await released()).toEqual([])
    expect(await events()).toEqual([])
  })

  it('refuses a reason with a hidden mark before anything is asked of the database', () => {
    const parsed = WriteAmendment.safeParse(written({ reason: 'Fine \u202Enot' }))
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['reason'],
      message: 'forbiddenCharacter',
    })
  })

  it('refuses the adviser, the authors, observers and officers', async () => {
    for (const actor of [
      cast.belmara.adviser,
      cast.arvenia.head,
      cast.lumeria.head,
      cast.rapporteur,
    ])
      await expect(releases(actor)).rejects.toThrow('amendmentNotReleasable')
  })

  it('refuses one second after the deadline, and keeps the draft', async () => {
    const draft = await drafts(cast.belmara.head)
    await cast.deadlinePasses('comments')
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow('commentsClosed')
    expect(await own(cast.belmara.head)).toHaveLength(1)
    expect(await events()).toEqual([])
  })

  it('refuses on a withdrawn proposal, and keeps the draft', async () => {
    const draft = await drafts(cast.belmara.head)
    await withdrawProposal(cast.arvenia.head, { proposalId, reason: '' })
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow(
      'proposalWithdrawn',
    )
    await expect(startAmendment(cast.corvina.head, { proposalId })).rejects.toThrow(
      'proposalWithdrawn',
    )
    expect(await own(cast.belmara.head)).toHaveLength(1)
  })
})

describe('a released amendment', () => {
  it('is withdrawn by its own delegation, stays readable, and is withdrawn once', async () => {
    const { id } = await releases(cast.belmara.head)
    for (const other of [cast.belmara.adviser, cast.corvina.head, cast.arvenia.head])
      await expect(withdrawAmendment(other, { id, reason: '' })).rejects.toThrow(
        'amendmentNotYours',
      )
    await withdrawAmendment(cast.belmara.head, { id, reason: 'Settled.' })
    await withdrawAmendment(cast.belmara.head, { id, reason: 'Again.' })
    expect(await released()).toMatchObject([{ text: SHOULD, withdrawalReason: 'Settled.' }])
    await expect(coSponsorAmendment(cast.corvina.head, { id })).rejects.toThrow(
      'amendmentWithdrawn',
    )
    expect(await events()).toEqual(['amendment.released', 'amendment.withdrawn'])
  })

  it('is joined and left by another State', async () => {
    const { id } = await releases(cast.belmara.head)
    for (const other of [cast.belmara.head, cast.corvina.adviser, cast.lumeria.head])
      await expect(coSponsorAmendment(other, { id })).rejects.toThrow('amendmentNotJoinable')
    await coSponsorAmendment(cast.corvina.head, { id })
    await coSponsorAmendment(cast.corvina.head, { id })
    expect((await released())[0]!.coSponsors).toMatchObject([{ name: 'Corvina' }])
    await leaveAmendment(cast.corvina.head, { id })
    await leaveAmendment(cast.corvina.head, { id })
    expect((await released())[0]!.coSponsors).toEqual([])
    expect((await events()).slice(1)).toEqual([
      'amendment.coSponsored',
      'amendment.coSponsorshipLeft',
    ])
  })

  it('is answered by a State or the Rapporteur; sent twice is one answer', async () => {
    const { id: amendmentId } = await releases(cast.belmara.head)
    const answer = { id: randomUUID(), amendmentId, text: 'We could accept this.' }
    await answerAmendment(cast.arvenia.head, answer)
    await answerAmendment(cast.arvenia.head, answer)
    await answerAmendment(cast.rapporteur, { ...answer, id: randomUUID(), text: 'Noted.' })
    await expect(answerAmendment(cast.arvenia.adviser, answer)).rejects.toThrow(
      'amendmentNotAnswerable',
    )
    expect((await released())[0]!.answers).toMatchObject([
      { actingFor: 'Arvenia', text: 'We could accept this.' },
      { actingFor: 'rapporteur', text: 'Noted.' },
    ])
    await cast.closes('comments')
    await expect(
      answerAmendment(cast.corvina.head, { ...answer, id: randomUUID() }),
    ).rejects.toThrow('commentsClosed')
  })
})

describe('when the proposal is revised', () => {
  it('each author is told how its amendments stand, in the act of the revision', async () => {
    await releases(cast.belmara.head)
    await releases(cast.corvina.head, { text: TEXT.replace('others', 'each other') })
    await releases(cast.doranta.head, { text: `${TEXT} At once.` })
    const gone = await releases(cast.estavia.head, { text: `${TEXT} Never.` })
    await withdrawAmendment(cast.estavia.head, { id: gone.id, reason: '' })
    await db.mail.deleteMany()
    await revises(SHOULD.replace('others', 'neighbours'))
    const mails = await db.mail.findMany({ where: { subject: { contains: 'suggested changes' } } })
    const told = Object.fromEntries(mails.map(({ recipient, text }) => [recipient, text]))
    expect(Object.keys(told).toSorted()).toEqual([
      'bastien.kolo@belmara.example',
      'celia.montaro@corvina.example',
      'dmitar.oleske@doranta.example',
    ])
    expect(told['bastien.kolo@belmara.example']).toContain('change 1 is already included')
    expect(told['celia.montaro@corvina.example']).toContain('change 2 needs attention')
    expect(told['dmitar.oleske@doranta.example']).toContain('change 3 applies')
  })

  it('nobody is told of a revision that is refused', async () => {
    await releases(cast.belmara.head)
    await db.mail.deleteMany()
    await expect(revises(TEXT)).rejects.toThrow('revisionEqual')
    expect(await db.mail.count()).toBe(0)
  })
})
