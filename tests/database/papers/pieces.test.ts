import { beforeEach, describe, expect, it } from 'vitest'
import {
  confirmPaper,
  cutPiece,
  decidePiece,
  discardPaper,
  dismissPiece,
  joinWithNext,
  reopenPiece,
} from '@/lib/circulation/papers/commands'
import { getPaperFile, getPaperRoom } from '@/lib/circulation/papers/queries'
import { db } from '@/lib/db/client'
import { pasted, paperDesk } from '@/tests/support/papers'

let desk: Awaited<ReturnType<typeof paperDesk>>
beforeEach(async () => {
  desk = await paperDesk()
})

/** A decision on a piece, but for its target. */
const decided = {
  subject: '',
  category: 'technical',
  position: 'reserves',
  onBehalfOfId: '',
} as const

describe('a paper', () => {
  it('that is sent twice is the same paper', async () => {
    const { cast, sent, at, enters } = desk
    const first = await enters(cast.belmara.head, pasted('Para. 2 (a): fine.'))
    const repetition = await enters(cast.belmara.adviser, pasted('Para. 2 (a): fine.'))
    expect(repetition).toMatchObject({ id: first.id, isTwice: true })
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(1)
    await discardPaper(cast.belmara.head, await at(cast.belmara.head, first.id))
    expect(await enters(cast.belmara.head, pasted('Para. 2 (a): fine.'))).toMatchObject({
      isTwice: false,
    })
  })

  it('of too many rows, or without a word, is refused, and nothing is kept', async () => {
    const { cast, sent, enters } = desk
    const table = (rows: string) => ({ fileName: 'a.csv', bytes: new TextEncoder().encode(rows) })
    const head = 'Para;Comment\n'
    await expect(
      enters(cast.belmara.head, table(head + '1 (a);Fine.\n'.repeat(10_000))),
    ).rejects.toThrow('files.tooManyRows')
    await expect(enters(cast.belmara.head, table(' ;\n;\n'))).rejects.toThrow('files.empty')
    await expect(enters(cast.belmara.head, pasted(' \n\n '))).rejects.toThrow('files.empty')
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('and its file are seen by its delegation alone; what the Secretariat entered, by both', async () => {
    const { cast, sent, reads, at, enters } = desk
    const paper = await enters(cast.belmara.head, pasted('Between us.'))
    const entered = await enters(cast.secretariat, pasted('By note.'))
    for (const stranger of [cast.corvina.head, cast.chair, cast.outsider]) {
      await expect(reads(stranger, paper.id)).rejects.toThrow('notFound')
      await expect(getPaperFile(stranger, cast.session.id, entered.id)).rejects.toThrow('notFound')
      await expect(enters(stranger, pasted('Theirs.'))).rejects.toThrow('notFound')
    }
    await expect(reads(cast.secretariat, paper.id)).rejects.toThrow('notFound')
    await expect(getPaperFile(cast.secretariat, cast.session.id, paper.id)).rejects.toThrow(
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
    const { cast, sent, reads, enters, drafts } = desk
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
    await decidePiece(actor, { ...(await act(1)), ...decided, target: `item ${sent.b}` })
    await decidePiece(actor, { ...(await act(2)), ...decided, target: 'circulation' })
    await expect(
      decidePiece(actor, { ...(await act(3)), ...decided, target: `item ${sent.notCirculated}` }),
    ).rejects.toThrow('notCirculated')
    await decidePiece(actor, { ...(await act(3)), ...decided, target: 'other', subject: 'Fees' })
    await reopenPiece(actor, await act(3))
    const { open, draftIds } = await confirmPaper(actor, await act(0))
    expect({ open, written: draftIds.length }).toEqual({ open: 1, written: 2 })
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
    const { cast, sent, reads, enters, accepts, confirms, drafts } = desk
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
    // A doubtful piece is not accepted with the others.
    await accepts(actor, id)
    expect((await reads(actor, id)).pieces.map(({ isDecided }) => isDecided)).toEqual([
      false,
      true,
      false,
      false,
    ])
    await decidePiece(actor, { ...(await piece(1)), ...decided, target: `item ${sent.b}` })
    await decidePiece(actor, { ...(await piece(2)), ...decided, target: 'circulation' })
    await accepts(actor, id, 'rest')
    await confirms(actor, id)
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
    const { cast, reads, enters } = desk
    const { id } = await enters(cast.belmara.head, pasted('One.\n\nTwo.\n\nThree.'))
    const { version, pieces } = await reads(cast.belmara.head, id)
    const [first, , third] = pieces.map((piece) => ({ id, version, pieceId: piece.id }))
    // Two people can decide about different pieces without a conflict.
    await dismissPiece(cast.belmara.alternate, third!)
    await dismissPiece(cast.belmara.head, first!)
    await joinWithNext(cast.belmara.alternate, first!)
    await expect(dismissPiece(cast.belmara.head, first!)).rejects.toThrow('paperChanged')
  })
})
