import { expect, it } from 'vitest'
import { releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { countsOf, finishOf } from '@/lib/circulation/papers/shown'
import { filledForm, paperDesk } from '@/tests/support/papers'

it.each(['docx', 'xlsx'] as const)(
  'a form that comes back as it went out (%s) has only unchanged rows, and says so',
  async (format) => {
    const { cast, sent, enters, reads } = await paperDesk()
    const { head } = cast.belmara
    const { id } = await keepDraft(head, sent.draft({ text: 'Too weak.', position: 'reserves' }))
    await releaseComments(head, { circulationId: sent.id, ids: [id] })
    await keepDraft(head, sent.draft({ itemId: sent.b, text: 'In hand.' }))
    const bytes = await filledForm(sent.id, cast.belmara.id, {}, format, 'own')
    const paper = await enters(head, { fileName: `form.${format}`, bytes })
    const { pieces } = await reads(head, paper.id)
    expect(pieces.map(({ isUnchanged, reasons }) => [isUnchanged, reasons])).toEqual([
      [true, [{ key: 'state.unchanged' }]],
      [true, [{ key: 'state.unchanged' }]],
    ])
    expect(countsOf(pieces)).toMatchObject({ open: 0, unchanged: 2, not: 0 })
    expect(finishOf(countsOf(pieces))).toBe('confirmUnchanged')
  },
)

it('a form that was taken before a comment was replaced or withdrawn brings neither back', async () => {
  const { cast, sent, enters, reads, accepts, confirms, drafts } = await paperDesk()
  const { head } = cast.belmara
  const says = async (draft: ReturnType<typeof sent.draft>) => {
    await keepDraft(head, draft)
    await releaseComments(head, { circulationId: sent.id, ids: [draft.id] })
    return draft.id
  }
  const replacesId = await says(sent.draft({ text: 'Too weak.', position: 'reserves' }))
  const withdrawn = await says(sent.draft({ itemId: sent.b, text: 'Good.', position: 'supports' }))
  const bytes = await filledForm(sent.id, cast.belmara.id, {}, 'docx', 'own')
  await says(sent.draft({ text: 'Good now.', position: 'supports', replacesId }))
  await withdrawComment(head, { id: withdrawn })
  const paper = await enters(head, { fileName: 'form.docx', bytes })
  const { pieces } = await reads(head, paper.id)
  expect(pieces.map(({ isUnchanged, reasons }) => [isUnchanged, reasons])).toEqual(
    [1, 2].map(() => [true, [{ key: 'state.unchanged' }, { key: 'olderAnswer' }]]),
  )
  await accepts(head, paper.id)
  await confirms(head, paper.id)
  expect((await drafts()).filter(({ releasedAt }) => releasedAt === null)).toEqual([])
})
