import { describe, expect, it } from 'vitest'
import { amendedView } from '@/lib/amendments/negotiation/amended-view'
import { deskOf } from '@/lib/amendments/joining/desk'
import { listActiveAmendments } from '@/lib/amendments/joining/queries'
import { negotiationDraft } from '@/lib/amendments/negotiation/negotiation'
import { getNegotiation } from '@/lib/amendments/negotiation/queries'
import { listAmendments, listRevisionBodies } from '@/lib/amendments/queries'
import { getRevisionParagraphs } from '@/lib/amendments/revision-changes'
import { db } from '@/lib/db/client'
import { plainText } from '@/lib/export/tracked'
import { plainText as printedText } from '@/lib/text/document/document'
import { amending, SHOULD, TEXT } from '@/tests/support/amending'

const BOTH = SHOULD.replace('others', 'each other')

describe('a stored amendment that is no text hinders no other', () => {
  it.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'table' }] }],
    ['no content', { type: 'doc' }],
    ['a number', 7],
    ['a list', []],
    [
      'words that are none',
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }] }] },
    ],
  ])('such as %s', async (_, body) => {
    const act = await amending()
    const { cast, proposalId } = act
    await act.releases(cast.belmara.head)
    const broken = await act.releases(cast.corvina.head, { text: `${TEXT} Never.` })
    await act.releases(cast.doranta.head, { text: TEXT.replace('others', 'each other') })
    // Triggers forbid changes to a released row; the test breaks it with the triggers disabled.
    await db.$transaction([
      db.$executeRaw`ALTER TABLE "Amendment" DISABLE TRIGGER USER`,
      db.$executeRaw`
        UPDATE "Amendment" SET body = ${JSON.stringify(body)}::jsonb WHERE id = ${broken.id}::uuid`,
      db.$executeRaw`ALTER TABLE "Amendment" ENABLE TRIGGER USER`,
    ])

    const reader = cast.fenmark.adviser
    const [all, bodies] = [
      await listAmendments(reader, proposalId),
      await listRevisionBodies(reader, proposalId),
    ]
    const view = amendedView({ bodies, current: 1, language: 'en' }, all, { which: 'all' })
    expect(view.amendments.map(({ label }) => label)).toEqual(['applies', 'unreadable', 'applies'])
    expect(view).toMatchObject({ wovenCount: 2, places: [{}, {}] })

    const proposal = { id: proposalId, currentNumber: 1, language: 'en', delegationName: 'Arvenia' }
    const { segments, amendments } = await getNegotiation(reader, proposal)
    const entries = negotiationDraft(segments, amendments, 'words', null)
    expect(entries.map(({ document }) => printedText(document)).join('\n')).toContain(
      '[shall] [should]',
    )
    const printed = await getRevisionParagraphs(reader, proposal, 1, 'amendments')
    expect(plainText(printed)).toBe(BOTH)
    const active = await listActiveAmendments(cast.arvenia.head, {
      id: proposalId,
      sessionId: cast.session.id,
      authorDelegationId: cast.arvenia.id,
    })
    const desk = deskOf({ number: 1, body: bodies.get(1)! }, active, 'en')
    expect(desk.amendments).toHaveLength(3)
    expect(desk.segments.filter(({ kind }) => kind === 'changed')).toHaveLength(2)
    await act.revises(TEXT.replace('Member States', 'States'))
  })
})
