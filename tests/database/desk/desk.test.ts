import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listFront } from '@/lib/desk/front-queries'
import { getDesk, listInbox } from '@/lib/desk/queries'
import { ATTEMPTS } from '@/lib/mail/kinds'
import { submitDraft } from '@/lib/proposals/commands'
import { saveDraft, startDraft } from '@/lib/proposals/drafts/commands'
import { openOverAll } from '@/tests/support/covering'
import { inThePast } from '@/tests/support/in-the-past'
import { issuedList } from '@/tests/support/issued-list'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

const SECRET = 'Words that are not released.'
async function drafts(actor: SignedIn) {
  const { id } = await startDraft(actor, { sessionId: cast.session.id })
  return saveDraft(actor, {
    id,
    version: 1,
    kind: 'recommendation',
    agendaItemId: cast.agenda['2']!,
    body: '',
    text: SECRET,
    explanation: '',
    originalLanguage: 'en',
    reason: '',
  })
}
const submits = async (actor: SignedIn) => {
  const { id, version } = await drafts(actor)
  await submitDraft(actor, { id, version })
  return db.proposal.findFirstOrThrow({
    where: { sessionId: cast.session.id },
    orderBy: { number: 'desc' },
  })
}
const onDesk = async (actor: SignedIn) =>
  (await getDesk(actor)).sessions.find(({ id }) => id === cast.session.id)

describe('a desk', () => {
  it('counts what the own delegation has not released, and nobody else sees that it is there', async () => {
    const proposal = await submits(cast.belmara.head)
    await drafts(cast.arvenia.adviser)
    await saveCommentDraft(cast.arvenia.adviser, {
      id: randomUUID(),
      proposalId: proposal.id,
      revisionNumber: 1,
      parentId: '',
      replacesId: '',
      category: 'general',
      position: 'none',
      passage: '',
      text: SECRET,
    })
    const ownDrafts = (await getDesk(cast.arvenia.head)).drafts
    expect(ownDrafts.map(({ kind, delegationId }) => [kind, delegationId])).toEqual([
      ['comment', cast.arvenia.id],
      ['proposal', cast.arvenia.id],
    ])
    expect(ownDrafts.every(({ words }) => words === SECRET)).toBe(true)
    expect(ownDrafts.map(({ proposal: on }) => on?.number ?? null)).toEqual([proposal.number, null])
    for (const actor of [cast.belmara.head, cast.secretariat, cast.rapporteur, cast.outsider]) {
      expect((await getDesk(actor)).drafts).toEqual([])
      expect(JSON.stringify(await listInbox(actor))).not.toContain(SECRET)
    }
  })

  it('loses what a withdrawn delegation was writing', async () => {
    await drafts(cast.arvenia.head)
    const place = { ...cast.arvenia.head.memberships[0]!, delegationState: 'withdrawn' as const }
    expect((await getDesk({ ...cast.arvenia.head, memberships: [place] })).drafts).toEqual([])
  })

  it('says by the clock of the database which periods are open, and for how long', async () => {
    // The test's clock opened the periods for thirty days; the database's clock is read at once.
    const hours = [30 * 24 - 1, 30 * 24]
    expect(hours).toContain((await onDesk(cast.arvenia.head))?.submission?.hoursLeft)
    await cast.deadlinePasses('submission')
    expect(await onDesk(cast.arvenia.head)).toMatchObject({
      submission: null,
      submissionOpened: true,
    })
    expect((await onDesk(cast.arvenia.head))?.comments).not.toBeNull()
  })

  it('counts the proposals that stand on no item yet, and withdrawn ones not', async () => {
    await submits(cast.belmara.head)
    const withdrawn = await submits(cast.belmara.head)
    await db.proposal.update({
      where: { id: withdrawn.id },
      data: { withdrawnAt: new Date(), withdrawnById: cast.belmara.head.personId },
    })
    expect(await onDesk(cast.rapporteur)).toMatchObject({ proposals: 1, unplaced: 1 })
  })

  it('shows how far a stock-taking has come over the lists that it covers', async () => {
    cast = await scenario({ kind: 'stockTaking' })
    await issuedList(cast.session.groupId, 5, ['One.', 'Two.', 'Three.'])
    expect((await onDesk(cast.chair))?.stockTaking).toMatchObject({
      opened: false,
      issuedLists: 1,
      sources: 0,
    })
    await openOverAll(cast.secretariat, cast.session.slug)
    expect((await onDesk(cast.chair))?.stockTaking).toEqual({
      opened: true,
      issuedLists: 1,
      adopted: false,
      sources: 3,
      withoutOutcome: 3,
      items: 0,
      agreed: 0,
      adReferendum: 0,
      receiving: null,
      unanswered: 0,
    })
  })

  it('holds the sessions in which one takes part, and mail that was given up for the Secretariat alone', async () => {
    await db.mail.create({
      data: { recipient: 'a@x.example', subject: 'S', text: 'T', attempts: ATTEMPTS },
    })
    expect((await getDesk(cast.secretariat)).failedMail).toBe(1)
    expect((await getDesk(cast.rapporteur)).failedMail).toBeNull()
    expect(await onDesk(cast.outsider)).toBeUndefined()
  })
})

describe('what a visitor sees', () => {
  it('is the day on an imported list, and not that of its import', async () => {
    const { session, listId } = await issuedList(cast.session.groupId, 3, ['One.'])
    await inThePast((tx) =>
      tx.preliminaryList.update({
        where: { id: listId },
        data: { printedOn: new Date('2017-04-20T00:00:00Z') },
      }),
    )
    const front = await listFront()
    expect(front.find(({ slug }) => slug === session.slug)?.issuedOn).toEqual(
      new Date('2017-04-20'),
    )
  })

  it('is which lists were issued, with how many items, and nothing of the others', async () => {
    const { session } = await issuedList(cast.session.groupId, 4, ['One.', 'Two.'])
    const list = await db.preliminaryList.create({ data: { sessionId: cast.session.id } })
    expect(list.issuedAt).toBeNull()
    const front = await listFront()
    expect(front.find(({ slug }) => slug === session.slug)).toMatchObject({ items: 2 })
    expect(front.find(({ slug }) => slug === cast.session.slug)).toMatchObject({
      items: null,
      issuedOn: null,
    })
  })
})
