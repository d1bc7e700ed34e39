import { beforeEach, describe, expect, it } from 'vitest'
import { acceptLate, releaseComments } from '@/lib/circulation/comments/commands'
import { discardDraft, keepDraft, restoreDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import { listLate } from '@/lib/circulation/comments/late/queries'
import { toSeatInput } from '@/lib/clock'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listInbox } from '@/lib/desk/queries'
import { pasted, paperDesk } from '@/tests/support/papers'

let desk: Awaited<ReturnType<typeof paperDesk>>
beforeEach(async () => {
  desk = await paperDesk()
})

const HOUR = 3_600_000

describe('a paper that the Secretariat enters on behalf of a delegation', () => {
  const kindsFor = async (actor: SignedIn) =>
    (await listInbox(actor))
      .filter(({ session }) => session?.slug === desk.cast.session.slug)
      .map(({ kind }) => kind)
  const decide = async (id: string) => {
    const { cast, accepts, confirms } = desk
    await accepts(cast.secretariat, id)
    await accepts(cast.secretariat, id, 'rest')
    return (await confirms(cast.secretariat, id)).draftIds
  }

  it('is in time if it was received before the deadline, though it was entered after', async () => {
    const { cast, sent, reads, enters, drafts } = desk
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

  it('keeps its words until the Secretariat releases them: nobody of the delegation changes them or makes them late', async () => {
    const { cast, sent, enters, drafts } = desk
    await sent.closes(HOUR)
    const received = toSeatInput(new Date(Date.now() - 2 * HOUR))
    const { id } = await enters(
      cast.secretariat,
      pasted('General comments\n\nWe support all of it.'),
      undefined,
      received,
    )
    expect(await kindsFor(cast.secretariat)).toContain('finishPapers')
    const ids = await decide(id)
    const version = (await drafts())[0]!.version
    const { adviser, head } = cast.belmara
    const other = {
      ...sent.draft({ id: ids[0]!, text: 'We do not support it.', version }),
      target: 'circulation' as const,
      itemId: '',
    }
    for (const actor of [adviser, head])
      await expect(keepDraft(actor, other)).rejects.toThrow('commentOnPaper')
    await expect(askForLate(head, { circulationId: sent.id, ids })).rejects.toThrow(
      'commentOnPaper',
    )
    await expect(discardDraft(adviser, { id: ids[0]! })).rejects.toThrow('commentOnPaperNotYours')
    await discardDraft(head, { id: ids[0]! })
    await restoreDraft(head, { id: ids[0]! })
    expect(await kindsFor(head)).not.toContain('circulationUnsent')
    expect(await kindsFor(cast.secretariat)).toContain('finishPapers')
    await releaseComments(cast.secretariat, { circulationId: sent.id, ids })
    const comment = await db.circulationComment.findFirstOrThrow({ where: { paperId: id } })
    expect(comment).toMatchObject({ late: false, text: expect.stringContaining('We support') })
    expect(await kindsFor(cast.secretariat)).not.toContain('finishPapers')
    expect((await desk.reads(cast.secretariat, id)).pieces.at(-1)).toMatchObject({
      isReleased: true,
    })
  })

  it('is late if it was received after the deadline, and no time of the future or before the opening counts', async () => {
    const { cast, sent, reads, enters } = desk
    await sent.closes(HOUR)
    const { id } = await enters(cast.secretariat, pasted('General comments\n\nWe support it.'))
    const ids = await decide(id)
    await expect(
      releaseComments(cast.secretariat, { circulationId: sent.id, ids }),
    ).rejects.toThrow('commentNoLongerDraft')
    const { receivedAt } = await reads(cast.secretariat, id)
    // The comment waits among all late comments.
    const about = { id: sent.id, sessionId: cast.session.id }
    expect(await listLate(cast.secretariat, about)).toMatchObject([
      {
        delegationId: cast.belmara.id,
        handed: null,
        drafts: [{ id: ids[0], onPaperAt: receivedAt }],
      },
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

  it('and of several others is entered for each of them: what another said is not taken for its own', async () => {
    const { cast, sent, enters, accepts, confirms, drafts } = desk
    const table = ['State;Comment', 'Belmara;Of Belmara.', 'Corvina;Of Corvina.', ';Of whoever.']
    const bytes = new TextEncoder().encode(['General comments;', ...table].join('\n'))
    for (const { id: delegationId } of [cast.belmara, cast.corvina]) {
      const { id, isTwice } = await enters(
        cast.secretariat,
        { fileName: 'all.csv', bytes },
        delegationId,
      )
      expect(isTwice).toBe(false)
      await accepts(cast.secretariat, id)
      await confirms(cast.secretariat, id)
    }
    const textsOf = async (delegationId: string) =>
      (await drafts(delegationId)).map(({ text, target }) => [text, target])
    expect(await textsOf(cast.belmara.id)).toEqual([
      ['Of Belmara.', 'circulation'],
      ['Of whoever.', 'circulation'],
    ])
    expect(await textsOf(cast.corvina.id)).toEqual([
      ['Of Corvina.', 'circulation'],
      ['Of whoever.', 'circulation'],
    ])
    expect(await db.paper.count({ where: { circulationId: sent.id } })).toBe(2)
  })

  it('that came late is refused with a reason, and is then offered no more', async () => {
    const { cast, sent, reads, enters, drafts } = desk
    await sent.closes(HOUR)
    const { id } = await enters(cast.secretariat, pasted('General comments\n\nWe support it.'))
    const ids = await decide(id)
    expect((await reads(cast.secretariat, id)).toRelease).toEqual([
      { delegation: 'Belmara', ids, replacing: 0 },
    ])
    await refuseLate(cast.secretariat, { circulationId: sent.id, ids, reason: 'Two weeks late.' })
    expect(await drafts()).toMatchObject([{ lateRefusal: 'Two weeks late.' }])
    expect((await reads(cast.secretariat, id)).toRelease).toEqual([])
  })

  it('stands in no record if the delegation enters it itself', async () => {
    const { cast, enters } = desk
    await enters(cast.belmara.head, pasted('Between us.'))
    expect(
      (await cast.recorded()).filter(({ event }) => event.startsWith('circulation.paper')),
    ).toEqual([])
  })
})
