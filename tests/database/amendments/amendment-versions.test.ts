import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { coSponsorAmendment, withdrawAmendment } from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { getAmendmentDraft } from '@/lib/amendments/drafts/queries'
import { listActiveAmendments, readJoiningDesk } from '@/lib/amendments/joining/queries'
import { declineChange, keepText, takeIntoAmendment } from '@/lib/amendments/versions/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { listInbox } from '@/lib/desk/queries'
import { plainText } from '@/lib/text/document/document'
import { type Amending, amending, SHOULD } from '@/tests/support/amending'

let act: Amending
let cast: Amending['cast']
beforeEach(async () => {
  act = await amending()
  cast = act.cast
})

const active = async () =>
  (
    await listActiveAmendments(cast.arvenia.head, {
      id: act.proposalId,
      sessionId: cast.session.id,
      authorDelegationId: cast.arvenia.id,
    })
  ).map(({ number, by }) => [number, ...by])
const recipientsOf = async (part: string) =>
  (
    await db.mail.findMany({
      where: { text: { contains: part } },
      orderBy: { recipient: 'asc' },
    })
  ).map(({ recipient }) => recipient.replace(/^.*@|\.example$/g, ''))

const rowsOf = async (actor: SignedIn) =>
  (await listInbox(actor)).flatMap(({ group, kind, session }) =>
    kind === 'propose' || kind === 'comment' || session?.slug !== cast.session.slug
      ? []
      : `${group} ${kind}`,
  )

describe('a suggestion to delete the text', () => {
  const deletes = async () => {
    const { proposalId } = act
    const draft = await startAmendment(cast.doranta.head, { proposalId, deletes: 'yes' })
    return releaseAmendmentDraft(cast.doranta.head, { id: draft.id, version: 1 })
  }

  it('is released, shown and kept out of the weave, and the author answers it', async () => {
    const { id, number } = await deletes()
    await act.releases(cast.belmara.head)
    const [deletion] = await act.released()
    expect([deletion!.text, number]).toEqual(['', 1])
    const proposal = {
      id: act.proposalId,
      delegationId: cast.arvenia.id,
      currentNumber: 1,
      language: 'en',
      body: await getAmendmentDraftBase(),
    }
    const { desk } = await readJoiningDesk(cast.arvenia.head, cast.session, proposal)
    expect(desk.amendments.map(({ label }) => label)).toEqual(['deletesText', 'applies'])
    expect(desk.segments.filter(({ kind }) => kind === 'changed')).toHaveLength(1)

    const kept = { amendmentId: id, reason: 'The session asked for it.' }
    for (const actor of [cast.doranta.head, cast.arvenia.adviser, cast.rapporteur])
      await expect(keepText(actor, kept)).rejects.toThrow('joiningNotYours')
    await keepText(cast.arvenia.head, kept)
    await keepText(cast.arvenia.head, kept)
    expect(await active()).toEqual([[2, 'Belmara']])
    expect((await act.released())[0]!.decisions).toEqual([
      { revision: 1, kind: 'declined', reason: 'The session asked for it.' },
    ])
    expect((await act.events()).filter((event) => event === 'amendment.textKept')).toHaveLength(1)
    expect(await recipientsOf('Its author keeps the text')).toContain('doranta')
  })

  it('alone is decided so: words are decided at the desk, and in the period', async () => {
    const { id } = await act.releases(cast.belmara.head)
    const kept = { amendmentId: id, reason: '' }
    await expect(keepText(cast.arvenia.head, kept)).rejects.toThrow('notADeletion')
    const deletion = await deletes()
    await cast.deadlinePasses('submission')
    await expect(
      keepText(cast.arvenia.head, { ...kept, amendmentId: deletion.id }),
    ).rejects.toThrow('submissionClosed')
  })

  it('says so to the author', async () => {
    await deletes()
    expect(await recipientsOf('suggested deleting the whole text')).toContain('arvenia')
  })
})

const getAmendmentDraftBase = async () => {
  const { id } = await startAmendment(cast.fenmark.head, { proposalId: act.proposalId })
  const at = { id: act.proposalId, sessionId: cast.session.id }
  return (await getAmendmentDraft(cast.fenmark.head, at, id)).baseBody
}

describe('a change to an amendment', () => {
  let dorantas: string
  beforeEach(async () => {
    dorantas = (await act.releases(cast.doranta.head)).id
  })
  const better = SHOULD.replace('share evidence', 'promptly share evidence')
  const amends = async (actor = cast.estavia.head, text = better) => {
    const at = { proposalId: act.proposalId, amendsId: dorantas }
    const { id } = await startAmendment(actor, at)
    const { version } = await saveAmendmentDraft(
      actor,
      act.written({ id, version: 1, text, ...at }),
    )
    return releaseAmendmentDraft(actor, { id, version })
  }

  it('is made on its text, by another State, and is no change to the proposal', async () => {
    const { number } = await amends()
    const [parent, change] = await act.released()
    expect([number, change!.text, change!.amends?.number]).toEqual([2, better, 1])
    expect(plainText(change!.amends!.body)).toBe(SHOULD)
    expect(parent!.amendedBy).toMatchObject([{ number: 2, name: 'Estavia', open: true }])
    expect(await active()).toEqual([[1, 'Doranta']])
    expect(await recipientsOf('suggested a change to suggested change 1')).toEqual(
      expect.arrayContaining(['doranta']),
    )
    expect((await amends(cast.arvenia.head, SHOULD.replace('laws', 'rules'))).number).toBe(3)
    await expect(amends(cast.doranta.head)).rejects.toThrow('amendmentNotAllowed')
    await expect(amends(cast.belmara.head, SHOULD)).rejects.toThrow('amendmentEqual')
  })

  it('is not made on what is itself one, nor on what was withdrawn', async () => {
    const { id } = await amends()
    const at = { proposalId: act.proposalId, amendsId: id }
    await expect(startAmendment(cast.belmara.head, at)).rejects.toThrow('notFound')
    await withdrawAmendment(cast.doranta.head, { id: dorantas, reason: '' })
    await expect(amends(cast.belmara.head)).rejects.toThrow('amendedNotOpen')
  })

  it('is taken into a new version by the State whose amendment it changes, once', async () => {
    const change = await amends()
    await coSponsorAmendment(cast.corvina.head, { id: dorantas })
    const input = { id: randomUUID(), takesInId: change.id }
    for (const actor of [cast.estavia.head, cast.arvenia.head, cast.doranta.adviser])
      await expect(takeIntoAmendment(actor, input)).rejects.toThrow('changeNotYours')
    const made = await takeIntoAmendment(cast.doranta.head, input)
    expect(await takeIntoAmendment(cast.doranta.head, input)).toEqual(made)
    const [earlier, taken, version] = await act.released()
    expect(version).toMatchObject({
      number: 3,
      delegationName: 'Doranta',
      text: better,
      coSponsors: [],
      replaces: { number: 1 },
      takesIn: { number: 2, name: 'Estavia' },
    })
    expect(earlier).toMatchObject({ text: SHOULD, replacedBy: { number: 3 } })
    expect(taken!.takenInto).toMatchObject({ number: 3 })
    expect(await active()).toEqual([[3, 'Doranta']])
    expect(await recipientsOf('new version of its suggested change 1')).toEqual(
      expect.arrayContaining(['arvenia', 'corvina', 'estavia']),
    )
    expect((await act.events()).at(-1)).toBe('amendment.versionReleased')
    await expect(coSponsorAmendment(cast.fenmark.head, { id: dorantas })).rejects.toThrow(
      'amendmentReplaced',
    )
    const again = { id: randomUUID(), takesInId: change.id }
    await expect(takeIntoAmendment(cast.doranta.head, again)).rejects.toThrow('amendedNotOpen')
  })

  it('is declined with a reason by the State whose amendment it changes, once, and not taken in then', async () => {
    const change = await amends()
    await coSponsorAmendment(cast.corvina.head, { id: change.id })
    expect(await rowsOf(cast.doranta.head)).toContain('decide takeIn')
    expect(await rowsOf(cast.estavia.head)).toEqual(['waiting waitDecision'])
    const declined = { amendmentId: change.id, reason: 'Our word is enough.' }
    for (const actor of [cast.estavia.head, cast.arvenia.head, cast.doranta.adviser])
      await expect(declineChange(actor, declined)).rejects.toThrow('changeNotYours')
    await expect(
      declineChange(cast.doranta.head, { ...declined, amendmentId: dorantas }),
    ).rejects.toThrow('notFound')
    const acted = await declineChange(cast.doranta.head, declined)
    expect(await declineChange(cast.doranta.head, declined)).toEqual(acted)
    const [amended, refused] = await act.released()
    expect(refused!.decline).toMatchObject({ name: 'Doranta', reason: declined.reason })
    expect(amended!.amendedBy).toMatchObject([{ number: 2, declined: true, open: false }])
    expect(await recipientsOf('Reason given: Our word is enough.')).toEqual(['corvina', 'estavia'])
    expect((await act.events()).filter((event) => event === 'amendment.declined')).toHaveLength(1)
    expect(await rowsOf(cast.doranta.head)).not.toContain('decide takeIn')
    expect(await rowsOf(cast.estavia.head)).toEqual(['information changeDeclined'])
    const input = { id: randomUUID(), takesInId: change.id }
    await expect(takeIntoAmendment(cast.doranta.head, input)).rejects.toThrow('changeDeclined')
  })

  it('is not declined once it was taken in or withdrawn, nor after the deadline', async () => {
    const taken = await amends()
    const withdrawn = await amends(cast.belmara.head, SHOULD.replace('others', 'all others'))
    const declines = ({ id }: { id: string }) =>
      declineChange(cast.doranta.head, { amendmentId: id, reason: '' })
    await withdrawAmendment(cast.belmara.head, { id: withdrawn.id, reason: '' })
    await expect(declines(withdrawn)).rejects.toThrow('amendmentWithdrawn')
    await takeIntoAmendment(cast.doranta.head, { id: randomUUID(), takesInId: taken.id })
    await expect(declines(taken)).rejects.toThrow('amendedNotOpen')
    await cast.deadlinePasses('comments')
    await expect(declines(taken)).rejects.toThrow('commentsClosed')
  })

  it('is taken in while changes can be suggested', async () => {
    const change = await amends()
    await cast.deadlinePasses('comments')
    const input = { id: randomUUID(), takesInId: change.id }
    await expect(takeIntoAmendment(cast.doranta.head, input)).rejects.toThrow('commentsClosed')
  })
})
