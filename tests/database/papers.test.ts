import { beforeEach, describe, expect, it } from 'vitest'
import { acceptLate, releaseComments } from '@/lib/circulation/comments/commands'
import { refuseLate } from '@/lib/circulation/comments/late/commands'
import { listLate } from '@/lib/circulation/comments/late/queries'
import { getForm } from '@/lib/circulation/forms/queries'
import {
  acceptPieces,
  confirmPaper,
  cutPiece,
  decidePiece,
  discardPaper,
  dismissPiece,
  joinWithNext,
  reopenPiece,
} from '@/lib/circulation/papers/commands'
import { enterPaper } from '@/lib/circulation/papers/enter'
import { getPaper, getPaperFile, getPaperRoom } from '@/lib/circulation/papers/queries'
import { toSeatInput } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated } from '@/tests/support/circulating'
import { filledForm, pasted } from '@/tests/support/papers'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast)
})

const HOUR = 3_600_000
const enters = (
  actor: SignedIn,
  file: { fileName?: string; bytes: Uint8Array },
  delegationId = cast.belmara.id,
  receivedAt = '',
) =>
  enterPaper(actor, {
    circulationId: sent.id,
    delegationId,
    fileName: 'form.xlsx',
    receivedAt,
    ...file,
  })
const reads = (actor: SignedIn, id: string) => getPaper(actor, cast.session.id, id)
const at = async (actor: SignedIn, id: string) => ({
  id,
  version: (await reads(actor, id)).version,
})
const drafts = (delegationId = cast.belmara.id) =>
  db.circulationDraft.findMany({
    where: { circulationId: sent.id, delegationId, discardedAt: null },
    orderBy: [{ target: 'asc' }, { position: 'asc' }],
  })
const form = async (answers: Parameters<typeof filledForm>[2]) => ({
  bytes: await filledForm(sent.id, cast.belmara.id, answers),
})
const supports = { category: 'general', position: 'supports', text: 'We support this.' } as const

describe('a returned form', () => {
  it('writes no comment before it is confirmed, and each once after', async () => {
    const file = await form({
      [sent.a]: supports,
      [sent.b]: {
        ...supports,
        position: 'supportsWithChange',
        wording: 'States should adopt laws.',
      },
    })
    const { id } = await enters(cast.belmara.adviser, file)
    expect(await drafts()).toEqual([])
    await acceptPieces(cast.belmara.adviser, {
      ...(await at(cast.belmara.adviser, id)),
      which: 'clear',
    })
    const read = await at(cast.belmara.head, id)
    const { written, open } = await confirmPaper(cast.belmara.head, read)
    expect({ written: written.length, open }).toEqual({ written: 2, open: 0 })
    expect(await drafts()).toMatchObject([
      {
        itemId: sent.a,
        position: 'supports',
        text: 'We support this.',
        paperId: id,
        enteredBySecretariat: false,
      },
      {
        itemId: sent.b,
        position: 'supportsWithChange',
        wording: expect.objectContaining({ type: 'doc' }),
      },
    ])
    await expect(confirmPaper(cast.belmara.head, read)).rejects.toThrow('paperConfirmed')
    expect(await drafts()).toHaveLength(2)
  })

  it('is written once if two people confirm it at one instant', async () => {
    const { id } = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await acceptPieces(cast.belmara.head, { ...(await at(cast.belmara.head, id)), which: 'clear' })
    const read = await at(cast.belmara.head, id)
    const both = await Promise.allSettled([
      confirmPaper(cast.belmara.head, read),
      confirmPaper(cast.belmara.alternate, read),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await drafts()).toHaveLength(1)
  })

  it('that comes again says "unchanged", and a changed row takes the place of what is in hand', async () => {
    const first = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await acceptPieces(cast.belmara.head, {
      ...(await at(cast.belmara.head, first.id)),
      which: 'clear',
    })
    await confirmPaper(cast.belmara.head, await at(cast.belmara.head, first.id))
    const second = await enters(
      cast.belmara.head,
      await form({ [sent.a]: supports, [sent.b]: { text: 'Why?', position: 'question' } }),
    )
    const paper = await reads(cast.belmara.head, second.id)
    expect(paper.pieces.map(({ reasons, notComment }) => [reasons[0]!.key, notComment])).toEqual([
      ['state.unchanged', true],
      ['state.new', false],
    ])
    const third = await enters(
      cast.belmara.head,
      await form({ [sent.a]: { ...supports, text: 'Much.' } }),
    )
    await acceptPieces(cast.belmara.head, {
      ...(await at(cast.belmara.head, third.id)),
      which: 'clear',
    })
    await confirmPaper(cast.belmara.head, await at(cast.belmara.head, third.id))
    expect(await drafts()).toMatchObject([{ itemId: sent.a, text: 'Much.' }])
  })

  it('names the released comment that it changes, which it replaces at its release', async () => {
    const first = await enters(cast.belmara.head, await form({ [sent.a]: { text: 'Once.' } }))
    await acceptPieces(cast.belmara.head, {
      ...(await at(cast.belmara.head, first.id)),
      which: 'clear',
    })
    const { written } = await confirmPaper(cast.belmara.head, await at(cast.belmara.head, first.id))
    await releaseComments(cast.belmara.head, { circulationId: sent.id, ids: written })
    const again = await enters(cast.belmara.head, await form({ [sent.a]: { text: 'Twice.' } }))
    await acceptPieces(cast.belmara.head, {
      ...(await at(cast.belmara.head, again.id)),
      which: 'clear',
    })
    const next = await confirmPaper(cast.belmara.head, await at(cast.belmara.head, again.id))
    expect(
      await db.circulationDraft.findMany({ where: { id: { in: next.written } } }),
    ).toMatchObject([{ replacesId: written[0] }])
    await releaseComments(cast.belmara.head, { circulationId: sent.id, ids: next.written })
    expect(await db.circulationComment.findUnique({ where: { id: written[0]! } })).toMatchObject({
      replacedById: next.written[0],
    })
  })

  it('of another delegation or circulation is refused by name, and nothing is kept', async () => {
    const theirs = { bytes: await filledForm(sent.id, cast.corvina.id, { [sent.a]: supports }) }
    await expect(enters(cast.belmara.head, theirs)).rejects.toThrow('files.otherDelegation')
    const elsewhere = await scenario({ kind: 'stockTaking' })
    const other = await circulated(elsewhere)
    const wrong = { bytes: await filledForm(other.id, elsewhere.belmara.id, {}) }
    await expect(enters(cast.belmara.head, wrong)).rejects.toThrow('files.otherCirculation')
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('does not tell the Secretariat what a delegation has in hand', async () => {
    const { id } = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await acceptPieces(cast.belmara.head, { ...(await at(cast.belmara.head, id)), which: 'clear' })
    await confirmPaper(cast.belmara.head, await at(cast.belmara.head, id))
    const own = await getForm(cast.belmara.adviser, sent.id, cast.belmara.id)
    expect(own.lines.filter(({ answer }) => answer)).toHaveLength(1)
    const theirs = await getForm(cast.secretariat, sent.id, cast.belmara.id)
    expect(theirs.lines.filter(({ answer }) => answer)).toEqual([])
  })
})

describe('a paper', () => {
  it('that is sent twice is the same paper', async () => {
    const first = await enters(cast.belmara.head, pasted('Para. 2 (a): fine.'))
    const again = await enters(cast.belmara.adviser, pasted('Para. 2 (a): fine.'))
    expect(again).toMatchObject({ id: first.id, isTwice: true })
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(1)
    await discardPaper(cast.belmara.head, await at(cast.belmara.head, first.id))
    expect(await enters(cast.belmara.head, pasted('Para. 2 (a): fine.'))).toMatchObject({
      isTwice: false,
    })
  })

  it('and its file are seen by its delegation alone; what the Secretariat entered, by both', async () => {
    const own = await enters(cast.belmara.head, pasted('Between us.'))
    const entered = await enters(cast.secretariat, pasted('By note.'))
    for (const stranger of [cast.corvina.head, cast.chair, cast.outsider]) {
      await expect(reads(stranger, own.id)).rejects.toThrow('notFound')
      await expect(getPaperFile(stranger, cast.session.id, entered.id)).rejects.toThrow('notFound')
      await expect(enters(stranger, pasted('Theirs.'))).rejects.toThrow('notFound')
    }
    await expect(reads(cast.secretariat, own.id)).rejects.toThrow('notFound')
    await expect(getPaperFile(cast.secretariat, cast.session.id, own.id)).rejects.toThrow(
      'notFound',
    )
    expect((await getPaperRoom(cast.secretariat, cast.session.id, sent.id)).papers).toMatchObject([
      { id: entered.id },
    ])
    expect(
      (await getPaperRoom(cast.belmara.adviser, cast.session.id, sent.id)).papers,
    ).toHaveLength(2)
    expect((await getPaperRoom(cast.corvina.head, cast.session.id, sent.id)).papers).toEqual([])
    const file = await getPaperFile(cast.belmara.adviser, cast.session.id, entered.id)
    expect(new TextDecoder().decode(file.body)).toBe('By note.')
    await expect(
      dismissPiece(cast.belmara.head, {
        ...(await at(cast.belmara.head, entered.id)),
        pieceId: (await reads(cast.belmara.head, entered.id)).pieces[0]!.id,
      }),
    ).rejects.toThrow('paperOfOtherSide')
  })

  it('is split, joined, moved, said to be no comment and opened again; its words stay', async () => {
    const actor = cast.belmara.head
    const { id } = await enters(actor, pasted('Dear Sir,\n\n1. One.\n\nTwo.\n\nThree.'))
    const act = async (number: number) => {
      const { version, pieces } = await reads(actor, id)
      return { id, version, pieceId: pieces[number]!.id }
    }
    await dismissPiece(actor, await act(0))
    await joinWithNext(actor, await act(1))
    expect((await reads(actor, id)).pieces.map(({ text }) => text)).toEqual([
      'Dear Sir,',
      '1. One.\nTwo.',
      'Three.',
    ])
    await expect(cutPiece(actor, { ...(await act(1)), text: '1. One.\n\nOther.' })).rejects.toThrow(
      'pieceOtherWords',
    )
    await expect(cutPiece(actor, { ...(await act(1)), text: '1. One. Two.' })).rejects.toThrow(
      'pieceNotCut',
    )
    await cutPiece(actor, { ...(await act(1)), text: '1. One.\n\nTwo.' })
    const decided = { subject: '', category: 'technical', position: 'reserves' } as const
    await decidePiece(actor, { ...(await act(1)), ...decided, target: `item ${sent.b}` })
    await decidePiece(actor, { ...(await act(2)), ...decided, target: 'circulation' })
    await expect(
      decidePiece(actor, { ...(await act(3)), ...decided, target: `item ${sent.notCirculated}` }),
    ).rejects.toThrow('notCirculated')
    await decidePiece(actor, { ...(await act(3)), ...decided, target: 'other', subject: 'Fees' })
    await reopenPiece(actor, await act(3))
    const { open, written } = await confirmPaper(actor, await act(0))
    expect({ open, written: written.length }).toEqual({ open: 1, written: 2 })
    expect(await drafts()).toMatchObject([
      {
        target: 'item',
        itemId: sent.b,
        text: '1. One.',
        category: 'technical',
        position: 'reserves',
      },
      { target: 'circulation', text: 'Two.' },
    ])
    await expect(reopenPiece(actor, await act(1))).rejects.toThrow('pieceWritten')
    await dismissPiece(actor, await act(3))
    await confirmPaper(actor, await act(0))
    expect((await reads(actor, id)).confirmedAt).not.toBeNull()
    await expect(dismissPiece(actor, await act(0))).rejects.toThrow('paperConfirmed')
  })

  it('that is a table of the capital’s own is put right row by row, and nothing of it is lost', async () => {
    const actor = cast.belmara.head
    const table = [
      'State;Paragraph;Type;Comment;Proposed change',
      'Belmara;share electronic evidence;ed;A comma.;',
      '"Corvina, Belmara";;te/ed;"1. One.\n2. Two.";',
    ].join('\n')
    const file = { fileName: 'own.csv', bytes: new TextEncoder().encode(table) }
    const { id } = await enters(actor, file)
    const piece = async (number: number) => {
      const { version, pieces } = await reads(actor, id)
      return { id, version, pieceId: pieces[number]!.id }
    }
    const { kind, pieces } = await reads(actor, id)
    expect(kind).toBe('free')
    expect(pieces.map(({ text, doubts }) => [text, doubts.map(({ key }) => key)])).toEqual([
      ['State\tParagraph\tType\tComment\tProposed change', []],
      ['A comma.', []],
      ['1. One.', ['noTarget', 'severalCategories', 'states']],
      ['2. Two.', ['noTarget', 'severalCategories', 'states']],
    ])
    // What leaves a doubt is not accepted with the others.
    await acceptPieces(actor, { ...(await at(actor, id)), which: 'clear' })
    expect((await reads(actor, id)).pieces.map(({ isDecided }) => isDecided)).toEqual([
      false,
      true,
      false,
      false,
    ])
    const decided = { subject: '', category: 'technical', position: 'reserves' } as const
    await decidePiece(actor, { ...(await piece(1)), ...decided, target: `item ${sent.b}` })
    await decidePiece(actor, { ...(await piece(2)), ...decided, target: 'circulation' })
    await acceptPieces(actor, { ...(await at(actor, id)), which: 'rest' })
    await confirmPaper(actor, await at(actor, id))
    expect(await drafts()).toMatchObject([
      { itemId: sent.b, text: 'A comma.', category: 'technical' },
      { target: 'circulation', text: '1. One.', position: 'reserves' },
    ])
    expect((await reads(actor, id)).pieces.map(({ notComment }) => notComment)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('is not decided over pieces that somebody joined or cut meanwhile', async () => {
    const { id } = await enters(cast.belmara.head, pasted('One.\n\nTwo.\n\nThree.'))
    const { version, pieces } = await reads(cast.belmara.head, id)
    const [first, , third] = pieces.map((piece) => ({ id, version, pieceId: piece.id }))
    // Two people who decide about different pieces are not in each other's way.
    await dismissPiece(cast.belmara.alternate, third!)
    await dismissPiece(cast.belmara.head, first!)
    await joinWithNext(cast.belmara.alternate, first!)
    await expect(dismissPiece(cast.belmara.head, first!)).rejects.toThrow('paperChanged')
  })
})

describe('a paper that the Secretariat enters on behalf of a delegation', () => {
  const decide = async (id: string) => {
    await acceptPieces(cast.secretariat, { ...(await at(cast.secretariat, id)), which: 'clear' })
    await acceptPieces(cast.secretariat, { ...(await at(cast.secretariat, id)), which: 'rest' })
    return (await confirmPaper(cast.secretariat, await at(cast.secretariat, id))).written
  }

  it('is in time if it was received before the deadline, though it was entered after', async () => {
    await sent.closes(HOUR)
    const received = toSeatInput(new Date(Date.now() - 2 * HOUR))
    const { id } = await enters(
      cast.secretariat,
      pasted('General comments\n\nWe support all of it.'),
      undefined,
      received,
    )
    expect(await reads(cast.secretariat, id)).toMatchObject({
      isLate: false,
      enteredBySecretariat: true,
    })
    const ids = await decide(id)
    expect(await drafts()).toMatchObject([
      { enteredBySecretariat: true, paperId: id, position: 'supports' },
    ])
    await releaseComments(cast.secretariat, { circulationId: sent.id, ids })
    const comment = await db.circulationComment.findFirstOrThrow({ where: { paperId: id } })
    expect(comment).toMatchObject({
      late: false,
      enteredBySecretariat: true,
      delegationId: cast.belmara.id,
    })
    expect(comment.receivedAt.getTime()).toBeLessThan(comment.releasedAt.getTime() - HOUR)
    const events = (await cast.recorded()).map(({ event }) => event)
    expect(events).toEqual(
      expect.arrayContaining(['circulation.paperEntered', 'circulation.paperConfirmed']),
    )
  })

  it('is late if it was received after the deadline, and no time of the future or before the opening counts', async () => {
    await sent.closes(HOUR)
    const { id } = await enters(cast.secretariat, pasted('General comments\n\nWe support it.'))
    const ids = await decide(id)
    await expect(
      releaseComments(cast.secretariat, { circulationId: sent.id, ids }),
    ).rejects.toThrow('commentNoLongerDraft')
    const { receivedAt } = await reads(cast.secretariat, id)
    // It waits where all late comments are decided.
    const about = { id: sent.id, sessionId: cast.session.id }
    expect(await listLate(cast.secretariat, about)).toMatchObject([
      { delegationId: cast.belmara.id, handedAt: receivedAt, drafts: [{ id: ids[0] }] },
    ])
    await acceptLate(cast.secretariat, { circulationId: sent.id, ids })
    const comment = await db.circulationComment.findFirstOrThrow({ where: { paperId: id } })
    expect(comment).toMatchObject({ late: true, enteredBySecretariat: true, receivedAt })
    expect(await listLate(cast.secretariat, about)).toEqual([])
    const future = toSeatInput(new Date(Date.now() + 2 * HOUR))
    await expect(enters(cast.secretariat, pasted('Else.'), undefined, future)).rejects.toThrow(
      'paperReceivedOutside',
    )
    await expect(
      enters(cast.secretariat, pasted('Else.'), undefined, '2001-01-01T00:00'),
    ).rejects.toThrow('paperReceivedOutside')
    await expect(enters(cast.secretariat, pasted('Else.'), undefined, 'noon')).rejects.toThrow(
      'paperReceivedInvalid',
    )
  })

  it('that came late is refused with a reason, and is then offered no more', async () => {
    await sent.closes(HOUR)
    const { id } = await enters(cast.secretariat, pasted('General comments\n\nWe support it.'))
    const ids = await decide(id)
    expect((await reads(cast.secretariat, id)).toRelease).toEqual(ids)
    await refuseLate(cast.secretariat, { circulationId: sent.id, ids, reason: 'Two weeks late.' })
    expect(await drafts()).toMatchObject([{ lateRefusal: 'Two weeks late.' }])
    expect((await reads(cast.secretariat, id)).toRelease).toEqual([])
  })

  it('stands in no record if the delegation enters it itself', async () => {
    await enters(cast.belmara.head, pasted('Between us.'))
    expect(
      (await cast.recorded()).filter(({ event }) => event.startsWith('circulation.paper')),
    ).toEqual([])
  })
})
