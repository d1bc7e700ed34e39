import { beforeEach, describe, expect, it } from 'vitest'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { getForm } from '@/lib/circulation/forms/queries'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { confirmPaper, reopenPiece } from '@/lib/circulation/papers/commands'
import { db } from '@/lib/db/client'
import { inThePast } from '@/tests/support/in-the-past'
import { circulated } from '@/tests/support/circulating'
import { filledForm, paperDesk } from '@/tests/support/papers'
import { scenario } from '@/tests/support/scenario'

let desk: Awaited<ReturnType<typeof paperDesk>>
beforeEach(async () => {
  desk = await paperDesk()
})

const supports = { category: 'general', position: 'supports', text: 'We support this.' } as const

describe('a returned form', () => {
  it('writes no comment before it is confirmed, and each once after', async () => {
    const { cast, sent, at, enters, accepts, drafts, form } = desk
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
    await accepts(cast.belmara.adviser, id)
    const read = await at(cast.belmara.head, id)
    const { draftIds, open } = await confirmPaper(cast.belmara.head, read)
    expect({ written: draftIds.length, open }).toEqual({ written: 2, open: 0 })
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
    const { cast, sent, at, enters, accepts, drafts, form } = desk
    const { id } = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await accepts(cast.belmara.head, id)
    const read = await at(cast.belmara.head, id)
    const both = await Promise.allSettled([
      confirmPaper(cast.belmara.head, read),
      confirmPaper(cast.belmara.alternate, read),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await drafts()).toHaveLength(1)
  })

  it('that comes again says "unchanged", and a changed row takes the place of what is in hand', async () => {
    const { cast, sent, reads, enters, accepts, confirms, drafts, form } = desk
    const first = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await accepts(cast.belmara.head, first.id)
    await confirms(cast.belmara.head, first.id)
    const second = await enters(
      cast.belmara.head,
      await form({ [sent.a]: supports, [sent.b]: { text: 'Why?', position: 'question' } }),
    )
    const paper = await reads(cast.belmara.head, second.id)
    expect(paper.pieces.map(({ reasons, notComment }) => [reasons[0]!.key, notComment])).toEqual([
      ['state.unchanged', true],
      ['state.new', false],
    ])
    const changes = { [sent.a]: { ...supports, text: 'Much.' } }
    // The file of an earlier form does not know what is in hand: a person compares the two.
    const older = await enters(cast.belmara.head, await form(changes))
    await accepts(cast.belmara.head, older.id)
    await confirms(cast.belmara.head, older.id)
    expect(await drafts()).toMatchObject([{ itemId: sent.a, text: 'We support this.' }])
    const bytes = await filledForm(sent.id, cast.belmara.id, changes, 'xlsx', 'own')
    const third = await enters(cast.belmara.head, { fileName: 'third.xlsx', bytes })
    await accepts(cast.belmara.head, third.id)
    await confirms(cast.belmara.head, third.id)
    expect(await drafts()).toMatchObject([{ itemId: sent.a, text: 'Much.' }])
  })

  it('does not put aside a comment that a colleague wrote after the decision on its row', async () => {
    const { cast, sent, reads, at, enters, accepts, confirms, drafts, form } = desk
    const { head, alternate } = cast.belmara
    const { id } = await enters(head, await form({ [sent.a]: supports }))
    await accepts(head, id)
    await keepDraft(alternate, sent.draft({ itemId: sent.a, text: 'We wait for our capital.' }))
    await expect(confirms(head, id)).rejects.toMatchObject({
      key: 'pieceDecidedBefore',
      values: { number: 1, name: alternate.name },
    })
    expect(await drafts()).toMatchObject([{ text: 'We wait for our capital.' }])
    const pieceId = (await reads(head, id)).pieces[0]!.id
    await reopenPiece(head, { ...(await at(head, id)), pieceId })
    await accepts(head, id)
    await confirms(head, id)
    expect(await drafts()).toMatchObject([{ text: 'We support this.' }])
  })

  it('names the released comment that it changes, which it replaces at its release', async () => {
    const { cast, sent, enters, accepts, confirms, form } = desk
    const first = await enters(cast.belmara.head, await form({ [sent.a]: { text: 'Once.' } }))
    await accepts(cast.belmara.head, first.id)
    const { draftIds } = await confirms(cast.belmara.head, first.id)
    await releaseComments(cast.belmara.head, { circulationId: sent.id, ids: draftIds })
    const repetition = await enters(cast.belmara.head, await form({ [sent.a]: { text: 'Twice.' } }))
    await accepts(cast.belmara.head, repetition.id)
    const next = await confirms(cast.belmara.head, repetition.id)
    expect(
      await db.circulationDraft.findMany({ where: { id: { in: next.draftIds } } }),
    ).toMatchObject([{ replacesId: draftIds[0] }])
    await releaseComments(cast.belmara.head, { circulationId: sent.id, ids: next.draftIds })
    expect(await db.circulationComment.findUnique({ where: { id: draftIds[0]! } })).toMatchObject({
      replacedById: next.draftIds[0],
    })
  })

  it('of another delegation or circulation is refused by name, and nothing is kept', async () => {
    const { cast, sent, enters } = desk
    const foreignForm = {
      bytes: await filledForm(sent.id, cast.corvina.id, { [sent.a]: supports }),
    }
    await expect(enters(cast.belmara.head, foreignForm)).rejects.toThrow('files.otherDelegation')
    const elsewhere = await scenario({ kind: 'stockTaking' })
    const circulation = await circulated(elsewhere)
    const wrong = { bytes: await filledForm(circulation.id, elsewhere.belmara.id, {}) }
    await expect(enters(cast.belmara.head, wrong)).rejects.toThrow('files.otherCirculation')
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(0)
  })

  it('of an earlier version says so, and its rows are known all the same', async () => {
    const { cast, sent, reads, enters, form } = desk
    const file = await form({ [sent.a]: supports })
    const { listId } = await db.item.findUniqueOrThrow({ where: { id: sent.notCirculated } })
    // A list was added since the form was taken away.
    await inThePast((tx) =>
      tx.circulatedList.create({
        data: { circulationId: sent.id, listId, position: 3 },
      }),
    )
    const { id } = await enters(cast.belmara.head, file)
    const { pieces } = await reads(cast.belmara.head, id)
    expect(pieces.map(({ text, reasons }) => [text, reasons.map(({ key }) => key)])).toEqual([
      ['We support this.', ['state.new', 'earlierVersion']],
    ])
  })

  it('does not tell the Secretariat what a delegation has in hand', async () => {
    const { cast, sent, enters, accepts, confirms, form } = desk
    const { id } = await enters(cast.belmara.head, await form({ [sent.a]: supports }))
    await accepts(cast.belmara.head, id)
    await confirms(cast.belmara.head, id)
    const ownForm = await getForm(cast.belmara.adviser, sent.id, cast.belmara.id)
    expect(ownForm.lines.filter(({ answer }) => answer)).toHaveLength(1)
    const officeForm = await getForm(cast.secretariat, sent.id, cast.belmara.id)
    expect(officeForm.lines.filter(({ answer }) => answer)).toEqual([])
  })
})
