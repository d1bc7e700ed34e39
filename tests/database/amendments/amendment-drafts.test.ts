import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { withdrawAmendment } from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import {
  discardAmendmentDraft,
  putBackAmendmentDraft,
} from '@/lib/amendments/drafts/aside-commands'
import {
  carryAmendmentDraft,
  copyAmendmentDraft,
  saveAmendmentDraft,
  startAmendment,
} from '@/lib/amendments/drafts/commands'
import { getAmendmentDraft, listDiscardedAmendmentDrafts } from '@/lib/amendments/drafts/queries'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { type Amending, amending, SHOULD, TEXT } from '@/tests/support/amending'

let act: Amending
let cast: Amending['cast']
let proposalId: string
beforeEach(async () => {
  act = await amending()
  ;({ cast, proposalId } = act)
})

describe('a draft of an amendment', () => {
  it('opens with the text itself, and a person who changed nothing goes on with the same', async () => {
    const { id } = await startAmendment(cast.belmara.adviser, { proposalId })
    expect((await startAmendment(cast.belmara.adviser, { proposalId })).id).toBe(id)
    const [draft] = await act.own(cast.belmara.head)
    expect(draft).toMatchObject({ id, body: documentFromText(TEXT), revisionNumber: 1 })
  })

  it('is seen by its own delegation alone, and leaves no trace in the record', async () => {
    const { id, version } = await act.drafts(cast.belmara.adviser, { reason: 'Softer.' })
    expect(await act.own(cast.belmara.head)).toMatchObject([{ id, reason: 'Softer.' }])
    const otherHeads = [cast.arvenia, cast.corvina].map(({ head }) => head)
    for (const actor of [
      ...otherHeads,
      cast.secretariat,
      cast.rapporteur,
      cast.chair,
      cast.outsider,
    ]) {
      expect(await act.own(actor)).toEqual([])
      await expect(discardAmendmentDraft(actor, { id })).rejects.toThrow('notFound')
      await expect(releaseAmendmentDraft(actor, { id, version })).rejects.toThrow('notFound')
      await expect(carryAmendmentDraft(actor, { id, version })).rejects.toThrow('notFound')
    }
    const theirs = act.written({ id, version })
    await expect(saveAmendmentDraft(cast.corvina.head, theirs)).rejects.toThrow('notFound')
    expect(await act.released()).toEqual([])
    expect(await act.events()).toEqual([])
  })

  it('is put back within a day of being discarded, by its own delegation alone', async () => {
    const { id, version } = await act.drafts(cast.belmara.adviser, { reason: 'Softer.' })
    await discardAmendmentDraft(cast.belmara.adviser, { id })
    await discardAmendmentDraft(cast.belmara.head, { id })
    expect(await act.own(cast.belmara.head)).toEqual([])
    await expect(releaseAmendmentDraft(cast.belmara.head, { id, version })).rejects.toThrow(
      'notFound',
    )
    const { sessionId } = await db.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    const discarded = (actor: SignedIn) =>
      listDiscardedAmendmentDrafts(actor, { id: proposalId, sessionId })
    expect(await discarded(cast.belmara.head)).toMatchObject([{ id }])
    for (const actor of [cast.arvenia.head, cast.secretariat, cast.outsider]) {
      expect(await discarded(actor)).toEqual([])
      await expect(putBackAmendmentDraft(actor, { id })).rejects.toThrow('notFound')
    }
    await putBackAmendmentDraft(cast.belmara.adviser, { id })
    await putBackAmendmentDraft(cast.belmara.adviser, { id })
    expect(await act.own(cast.belmara.head)).toMatchObject([{ id, version, reason: 'Softer.' }])

    const discardedAt = new Date(Date.now() - 25 * 3_600_000)
    await db.amendmentDraft.update({ where: { id }, data: { discardedAt } })
    expect(await discarded(cast.belmara.head)).toEqual([])
    await expect(putBackAmendmentDraft(cast.belmara.head, { id })).rejects.toThrow(
      'discardedForGood',
    )
  })

  it('is not written over: the second of two writers is refused, and may keep a copy', async () => {
    const draft = await act.drafts(cast.belmara.adviser)
    await saveAmendmentDraft(
      cast.belmara.head,
      act.written({ ...draft, text: `${TEXT} The head's.` }),
    )
    const mine = act.written({ ...draft, text: `${TEXT} The adviser's.` })
    await expect(saveAmendmentDraft(cast.belmara.adviser, mine)).rejects.toThrow('draftMoved')
    await expect(releaseAmendmentDraft(cast.belmara.head, draft)).rejects.toThrow(
      'draftMovedUnread',
    )
    const newId = randomUUID()
    await copyAmendmentDraft(cast.belmara.adviser, mine, newId)
    await copyAmendmentDraft(cast.belmara.adviser, mine, newId)
    const texts = (await act.own(cast.belmara.head)).map(({ body }) => plainText(body))
    expect(texts.toSorted()).toEqual([`${TEXT} The adviser's.`, `${TEXT} The head's.`])
  })

  it('is no conflict with oneself: a save whose answer was lost goes on', async () => {
    const draft = await act.drafts(cast.belmara.adviser)
    const lost = act.written({ ...draft, text: `${TEXT} More.` })
    await saveAmendmentDraft(cast.belmara.adviser, lost)
    const more = { ...lost, text: `${TEXT} More words.` }
    await saveAmendmentDraft(cast.belmara.adviser, more, [lost])
    expect((await act.own(cast.belmara.head)).map(({ body }) => plainText(body))).toEqual([
      `${TEXT} More words.`,
    ])
  })

  it('is carried over to the next revision with its own words', async () => {
    const draft = await act.drafts(cast.belmara.adviser)
    await act.revises(TEXT.replace('others', 'all others'))
    await carryAmendmentDraft(cast.belmara.adviser, draft)
    const [carried] = await act.own(cast.belmara.head)
    expect(carried).toMatchObject({ revisionNumber: 2 })
    expect(plainText(carried!.body)).toBe(SHOULD.replace('others', 'all others'))
  })

  it('says whose suggested change it changes, and whether that is still open', async () => {
    const { id: amendsId } = await act.releases(cast.belmara.head)
    const { id } = await startAmendment(cast.arvenia.head, { proposalId, amendsId })
    const place = { id: proposalId, sessionId: cast.session.id }
    const amends = async () => (await getAmendmentDraft(cast.arvenia.head, place, id)).amends
    const { delegationId } = cast.belmara.head.memberships[0]!
    expect(await amends()).toMatchObject({ delegationId, name: 'Belmara', open: true })
    await withdrawAmendment(cast.belmara.head, { id: amendsId, reason: '' })
    expect(await amends()).toMatchObject({ open: false })
  })
})
