import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { handOverPowers, takeBackPowers } from '@/lib/delegations/powers/commands'
import { remark } from '@/lib/silence/commands'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { type Silent, silent } from '@/tests/support/silent'

let cast: Silent
beforeEach(async () => {
  cast = await silent()
})

const lastAct = async () =>
  (await listRecord(cast.secretariat, cast.session, RecordFilter.parse({}))).lines[0]
const handsOver = () => {
  const { personId: toPersonId } = cast.viceChair
  return handOverPowers(cast.chair, { slug: cast.session.slug, scope: '', toPersonId })
}
/** The officer, who has a seat in the delegation of Corvina as well. */
const seated = async (officer: SignedIn): Promise<SignedIn> => {
  const [place] = cast.corvina.head.memberships
  const { delegationId, role } = place!
  const { id: representativeId } = await db.representative.create({
    data: { delegationId, personId: officer.personId, role, maySubmit: true },
  })
  return { ...officer, memberships: [{ ...place!, representativeId }] }
}

describe('the record', () => {
  it('says of each act of a Vice-Chair with the powers of the Chair whose powers they are, until they are taken back', async () => {
    await handsOver()
    await cast.prepares({}, cast.viceChair)
    expect(await lastAct()).toMatchObject({
      event: 'silence.prepared',
      actingFor: 'viceChair',
      data: { number: 1, onBehalfOf: cast.chair.name },
    })
    await takeBackPowers(cast.chair, { slug: cast.session.slug })
    await cast.prepares({}, cast.chair)
    const act = await lastAct()
    expect(act).toMatchObject({ event: 'silence.prepared', actingFor: 'chair' })
    expect(act!.data).toEqual({ number: 2 })
  })

  it('has acts of an officer who also sits in a delegation under the office, and what the delegation says under its name', async () => {
    const chair = await seated(cast.chair)
    await cast.prepares({}, chair)
    expect(await lastAct()).toMatchObject({
      event: 'silence.prepared',
      actingFor: 'chair',
      delegationId: null,
    })
    const { id: silenceId } = await cast.opens(7_200_000, { roll: 'delegations' })
    const text = 'We join.'
    await remark(chair, { id: randomUUID(), silenceId, kind: 'explanation', text })
    expect(await lastAct()).toMatchObject({ event: 'silence.remarked', actingFor: 'Corvina' })
  })
})
