import { beforeEach, describe, expect, it } from 'vitest'
import { acceptLate } from '@/lib/circulation/comments/commands'
import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import { listLate } from '@/lib/circulation/comments/late/queries'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
let sent: Awaited<ReturnType<typeof circulated>>
beforeEach(async () => {
  cast = await scenario({ kind: 'stockTaking' })
  sent = await circulated(cast)
})

const keeps = async (actor: SignedIn, about: Partial<KeepDraft> = {}) =>
  (await keepDraft(actor, sent.draft(about))).id

describe('a late comment', () => {
  const late = (actor: SignedIn, ...ids: string[]) => ({ circulationId: sent.id, ids, actor })

  it('is handed over after the deadline, read by the Secretariat, accepted and marked as late', async () => {
    const id = await keeps(cast.belmara.head, { text: 'Too late.' })
    const unsentId = await keeps(cast.belmara.head, { itemId: sent.b, text: 'Stays with us.' })
    await expect(askForLate(cast.belmara.head, late(cast.belmara.head, id))).rejects.toThrow(
      'circulationStillOpen',
    )
    await sent.closes()
    await expect(askForLate(cast.belmara.adviser, late(cast.belmara.adviser, id))).rejects.toThrow(
      'commentNotReleasable',
    )
    await expect(acceptLate(cast.secretariat, late(cast.secretariat, id))).rejects.toThrow(
      'notFound',
    )
    await askForLate(cast.belmara.head, late(cast.belmara.head, id))
    const circulation = { id: sent.id, sessionId: cast.session.id }
    const [waiting] = await listLate(cast.secretariat, circulation)
    expect(waiting!.drafts.map(({ text }) => text)).toEqual(['Too late.'])
    await expect(listLate(cast.chair, circulation)).rejects.toThrow('notFound')
    await expect(acceptLate(cast.belmara.head, late(cast.belmara.head, id))).rejects.toThrow(
      'secretariatOnly',
    )
    await acceptLate(cast.secretariat, late(cast.secretariat, id))
    expect(await db.circulationComment.findUnique({ where: { id } })).toMatchObject({
      late: true,
      delegationId: cast.belmara.id,
    })
    expect(await db.circulationComment.findUnique({ where: { id: unsentId } })).toBeNull()
  })

  it('is refused with a reason, which its delegation reads', async () => {
    const id = await keeps(cast.belmara.head)
    await sent.closes()
    await askForLate(cast.belmara.head, late(cast.belmara.head, id))
    const reason = 'Nine days late.'
    await refuseLate(cast.secretariat, { ...late(cast.secretariat, id), reason })
    expect(await db.circulationDraft.findUnique({ where: { id } })).toMatchObject({
      lateRefusal: reason,
    })
    await expect(acceptLate(cast.secretariat, late(cast.secretariat, id))).rejects.toThrow(
      'commentNoLongerDraft',
    )
    const [mail] = await db.mail.findMany({ where: { text: { contains: reason } } })
    expect(mail!.recipient).toBe('bastien.kolo@belmara.example')
  })
})
