import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveJoining, submitJoining } from '@/lib/amendments/joining/commands'
import { deskOf, seenOf } from '@/lib/amendments/joining/desk'
import { findJoining, listActiveAmendments } from '@/lib/amendments/joining/queries'
import { getNegotiation } from '@/lib/amendments/negotiation/queries'
import { listAmendments } from '@/lib/amendments/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { originOf } from '@/lib/proposals/origin/origin'
import { originalsOf } from '@/lib/proposals/origin/queries'
import { decideFor, remember } from '@/lib/text/weave/decisions'
import { documentFromText, type TextDocument } from '@/lib/text/document/document'
import { changedOf, type Decision } from '@/lib/text/weave/join'
import { toMarked } from '@/lib/text/document/marked'
import { piecesOf } from '@/lib/text/weave/provenance'
import { writesDraft } from '@/tests/support/drafting'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { releaseAmendment } from '@/tests/support/release-amendment'

let cast: Scenario
let proposalId: string
beforeEach(async () => {
  cast = await scenario()
  proposalId = await proposes(TEXT)
})

const TEXT = 'Member States should share electronic evidence without delay.'

async function writes(actor: SignedIn, draft: { id: string }, text: string, reason = '') {
  return submitDraft(actor, await writesDraft(cast, actor, draft, text, reason))
}
const proposes = async (text: string) => {
  const { head } = cast.arvenia
  return (await writes(head, await startDraft(head, { sessionId: cast.session.id }), text))
    .proposalId
}
const revises = async (text: string) => {
  const { head } = cast.arvenia
  return writes(head, await startRevision(head, { proposalId }), text, 'Clearer.')
}
const amends = (actor: SignedIn, text: string, revisionNumber = 1) =>
  releaseAmendment(actor, {
    id: randomUUID(),
    proposalId,
    revisionNumber,
    version: 0,
    body: '',
    text,
    reason: '',
  })

/** The desk as the author delegation reads it, with its stored data. */
async function desk(actor: SignedIn = cast.arvenia.head) {
  const joined = { id: proposalId, sessionId: cast.session.id, authorDelegationId: cast.arvenia.id }
  const { currentNumber, revisions } = await db.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { currentNumber: true, revisions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  const active = await listActiveAmendments(actor, joined)
  const body = revisions[0]!.body as TextDocument
  const { segments, amendments } = deskOf({ number: currentNumber, body }, active, 'en')
  const joining = await findJoining(actor, joined)
  return { segments, amendments, seen: seenOf(active), number: currentNumber, joining }
}
type Read = Awaited<ReturnType<typeof desk>>

const keeps = (
  actor: SignedIn,
  { segments, number }: Read,
  decisions: readonly (Decision | null)[],
  change: { id?: string; version?: number; reasons?: Record<string, string> } = {},
) => {
  const input = { id: randomUUID(), version: 0, reasons: {}, ...change }
  const kept = remember(segments, decisions)
  return saveJoining(actor, { ...input, proposalId, baseNumber: number, decisions: kept }).then(
    ({ version }) => ({ id: input.id, version }),
  )
}
const taking = (read: Read, ...numbers: number[]) => {
  const ids = numbers.map(
    (number) => read.amendments.find((amendment) => amendment.number === number)!.id,
  )
  const keptOut = decideFor(
    read.segments,
    [],
    read.amendments.map(({ id }) => id),
    'keep',
  )
  return decideFor(read.segments, keptOut, ids, 'take')
}
const joins = async (actor: SignedIn, decided: (read: Read) => (Decision | null)[]) => {
  const read = await desk(actor)
  const kept = await keeps(actor, read, decided(read))
  return { ...kept, seen: read.seen, reason: 'Joins suggested changes.' }
}
const whoseWords = async (number: number) => {
  const revisions = await originalsOf(db, proposalId, number)
  return piecesOf(toMarked(revisions.at(-1)!.body), originOf(revisions, 'en')).map((piece) => [
    piece.text,
    piece.source.kind === 'revision' ? piece.source.number : piece.source.by.join('+'),
  ])
}
const textOfRevision = async (number: number) =>
  (await db.revision.findFirstOrThrow({ where: { proposalId, number } })).text
const events = async () => (await cast.recorded()).map(({ event }) => event)

describe('joining amendments', () => {
  beforeEach(async () => {
    const { belmara, corvina, doranta, estavia } = cast
    await amends(belmara.head, TEXT.replace('share', 'promptly share'))
    await amends(corvina.head, TEXT.replace('share', 'promptly share'))
    await amends(doranta.head, TEXT.replace('should', 'are encouraged to'))
    await amends(estavia.head, TEXT.replace('should', 'may'))
  })

  it('makes the next revision, in which each word says whose it is', async () => {
    const ready = await joins(cast.arvenia.head, (read) => taking(read, 1, 3))
    const { number, revision } = await submitJoining(cast.arvenia.head, ready)
    expect([number, revision]).toEqual([1, 2])
    expect(await textOfRevision(2)).toBe(
      'Member States are encouraged to promptly share electronic evidence without delay.',
    )
    expect(await whoseWords(2)).toEqual([
      ['Member States ', 1],
      ['are encouraged to', 'Doranta'],
      [' ', 1],
      ['promptly ', 'Belmara+Corvina'],
      ['share electronic evidence without delay.', 1],
    ])
    const fates = (await listAmendments(cast.chair, proposalId)).map(({ decisions }) => decisions)
    expect(fates.map(([fate]) => fate?.kind)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'declined',
    ])
    expect((await events()).slice(-2)).toEqual(['proposal.revised', 'amendment.joined'])
    const mails = await db.mail.findMany({ where: { text: { contains: 'revision 2' } } })
    expect(mails.map(({ recipient }) => recipient)).toContain('amara.voss@arvenia.example')
  })

  it('names whose words they are over later revisions, whoever writes these', async () => {
    await submitJoining(
      cast.arvenia.head,
      await joins(cast.arvenia.head, (read) => taking(read, 1)),
    )
    await revises('Member States should promptly share all electronic evidence without delay.')
    expect(await whoseWords(3)).toEqual([
      ['Member States should ', 1],
      ['promptly ', 'Belmara+Corvina'],
      ['share ', 1],
      ['all ', 3],
      ['electronic evidence without delay.', 1],
    ])
    const { provenance } = await db.revision.findFirstOrThrow({ where: { proposalId, number: 3 } })
    expect(provenance).not.toBeNull()
  })

  it('leaves open what nobody decided about, and joins it later', async () => {
    const ready = await joins(cast.arvenia.head, (read) =>
      decideFor(read.segments, [], [read.amendments[0]!.id], 'take'),
    )
    await submitJoining(cast.arvenia.head, ready)
    const read = await desk()
    expect(read.amendments.map(({ number }) => number)).toEqual([3, 4])
    expect(changedOf(read.segments)).toHaveLength(1)
  })

  it('takes what was decided out of the text for negotiation', async () => {
    const reader = cast.fenmark.adviser
    const open = async (currentNumber: number) => {
      const proposal = { id: proposalId, currentNumber, language: 'en' }
      return changedOf((await getNegotiation(reader, proposal)).segments).length
    }
    expect(await open(1)).toBeGreaterThan(0)
    await submitJoining(
      cast.arvenia.head,
      await joins(cast.arvenia.head, (read) => taking(read, 1)),
    )
    expect(await open(2)).toBe(0)
  })

  it('keeps the reason beside what was declined', async () => {
    const { head } = cast.arvenia
    const read = await desk()
    const declined = read.amendments[3]!.id
    const reasons = { [declined]: 'It says less than was agreed.' }
    const kept = await keeps(head, read, taking(read, 1, 3), { reasons })
    await submitJoining(head, { ...kept, seen: read.seen, reason: 'Joined.' })
    const [decision] = (await listAmendments(cast.estavia.head, proposalId))[3]!.decisions
    expect(decision).toEqual({ revision: 2, kind: 'declined', reason: reasons[declined] })
  })

  it('is one revision, however often it is sent', async () => {
    const ready = await joins(cast.arvenia.head, (read) => taking(read, 1))
    const both = await Promise.all([
      submitJoining(cast.arvenia.head, ready),
      submitJoining(cast.arvenia.alternate, ready),
    ])
    expect(both[1]).toEqual(both[0])
    expect(await submitJoining(cast.arvenia.head, ready)).toEqual(both[0])
    expect((await events()).filter((event) => event === 'proposal.revised')).toHaveLength(1)
  })

  it('is seen and written by the author delegation alone before it is submitted', async () => {
    const ready = await joins(cast.arvenia.adviser, (read) => taking(read, 1))
    const before = await events()
    for (const actor of [cast.belmara.head, cast.rapporteur, cast.secretariat, cast.outsider]) {
      await expect(desk(actor)).rejects.toThrow('notFound')
      await expect(submitJoining(actor, ready)).rejects.toThrow('notFound')
      const read = await desk()
      const change = { id: ready.id, version: ready.version }
      await expect(keeps(actor, read, [], change)).rejects.toThrow('joiningNotYours')
    }
    expect(before).not.toContain('amendment.joined')
    await expect(submitJoining(cast.arvenia.adviser, ready)).rejects.toThrow('NotSubmittable')
    expect((await desk()).joining?.writtenBy).toBe('Ansel Orin')
  })

  it('is not decided over a colleague, and a save whose answer was lost goes on', async () => {
    const read = await desk()
    const first = await keeps(cast.arvenia.head, read, taking(read, 1))
    const second = taking(read, 1, 3)
    await expect(keeps(cast.arvenia.adviser, read, second)).rejects.toThrow('joiningMoved')
    const now = await keeps(cast.arvenia.adviser, read, second, first)
    await expect(keeps(cast.arvenia.head, read, taking(read, 4), first)).rejects.toThrow(
      'joiningMoved',
    )
    expect(await keeps(cast.arvenia.adviser, read, second, first)).toEqual(now)
    const sent = { ...first, seen: read.seen, reason: 'Joined.' }
    await expect(submitJoining(cast.arvenia.head, sent)).rejects.toThrow('joiningMoved')
  })

  it('is refused when amendments came or went, the text moved, or the period is over', async () => {
    const { head } = cast.arvenia
    const ready = await joins(head, (read) => taking(read, 1))
    await amends(cast.fenmark.head, TEXT.replace('without delay', 'at once'))
    await expect(submitJoining(head, ready)).rejects.toThrow('joiningAmendmentsMoved')
    const { seen } = await desk()
    await cast.deadlinePasses('submission')
    await expect(submitJoining(head, { ...ready, seen })).rejects.toThrow('submissionClosed')
    await cast.closes('submission')
    await cast.opens('submission')
    await revises(TEXT.replace('share', 'exchange'))
    await expect(submitJoining(head, { ...ready, seen })).rejects.toThrow('proposalRevised')
    expect(await textOfRevision(2)).toBe(TEXT.replace('share', 'exchange'))
  })

  it('makes no revision of nothing taken', async () => {
    const ready = await joins(cast.arvenia.head, (read) => taking(read))
    await expect(submitJoining(cast.arvenia.head, ready)).rejects.toThrow('revisionEqual')
  })
})

it('tells the author of a change of which a part was taken', async () => {
  await amends(cast.doranta.head, TEXT.replace('electronic evidence', 'digital records'))
  await amends(cast.estavia.head, TEXT.replace('evidence', 'data'))
  const read = await desk()
  expect(changedOf(read.segments)).toHaveLength(1)
  const kept = await keeps(cast.arvenia.head, read, [{ parts: [0, null] }], {
    reasons: { [read.amendments[0]!.id]: 'Evidence is the word of the treaty.' },
  })
  await submitJoining(cast.arvenia.head, { ...kept, seen: read.seen, reason: 'Joined.' })
  expect(await textOfRevision(2)).toBe('Member States should share digital evidence without delay.')
  const { text } = await db.mail.findFirstOrThrow({
    where: { recipient: { contains: 'doranta' }, text: { contains: 'a part of your change' } },
  })
  expect(text).toContain('Reason given: Evidence is the word of the treaty.')
})

it('keeps italics and brackets of words that an amendment brings', async () => {
  const body = structuredClone(documentFromText(TEXT))
  body.content[0]!.content!.push({ text: ' ', type: 'text' }, {
    type: 'text',
    text: 'inter alia',
    marks: [{ type: 'italic' }],
  } as never)
  await releaseAmendment(cast.belmara.head, {
    id: randomUUID(),
    proposalId,
    revisionNumber: 1,
    version: 0,
    body: JSON.stringify(body),
    text: '',
    reason: '',
  })
  await submitJoining(cast.arvenia.head, await joins(cast.arvenia.head, (read) => taking(read, 1)))
  const revision = await db.revision.findFirstOrThrow({ where: { proposalId, number: 2 } })
  expect(JSON.stringify(revision.body)).toContain('italic')
  expect((await whoseWords(2)).at(-1)![1]).toBe('Belmara')
})
