import { expect, it } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { appointOfficer } from '@/lib/delegations/offices/commands'
import { AppointOfficer } from '@/lib/delegations/schema'
import { actorOf } from '@/lib/auth/current-actor'
import { beginSignIn } from '@/lib/auth/sign-in/sign-ins'
import { listBureauAccounts } from '@/lib/sessions/bureau/queries'
import { getSilence } from '@/lib/silence/queries'
import { silent } from '@/tests/support/silent'

it('is broken by a member who was entered before the account was made', async () => {
  const cast = await silent()
  const { id } = await cast.opens(3_600_000)
  const member = cast.bureau[3]!
  const before = await listBureauAccounts(cast.secretariat, cast.session)
  expect(before.get(member)).toEqual({ email: cast.memberless, signsIn: false })
  const officer = { kind: 'bureau', name: 'Ines Nobody', email: cast.memberless }
  const sessionId = cast.session.id
  await appointOfficer(cast.secretariat, AppointOfficer.parse({ sessionId, ...officer }))
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email: cast.memberless } })
  const actor = await actorOf(await systemTransaction((tx) => beginSignIn(tx, personId)))
  expect(await cast.breaks(id, { ...actor, personId })).toMatchObject({ inTime: true })
  const after = await listBureauAccounts(cast.secretariat, cast.session)
  expect(after.get(member)).toEqual({ email: cast.memberless, signsIn: true })
  expect(await listBureauAccounts(cast.chair, cast.session)).toEqual(new Map())
})

it('goes to the present address of a member, and to nobody whose account is closed', async () => {
  const cast = await silent()
  const [, african, european] = cast.bureau
  await db.bureauMember.updateMany({
    where: { id: { in: [african!, european!] } },
    data: { email: 'former@example.org' },
  })
  const { number } = await cast.prepares()
  const addresses = async (capacity: string) => {
    const { planned } = await getSilence(cast.secretariat, cast.session, number)
    return planned
      ?.find((place) => place.capacity === capacity)
      ?.addresses.map(({ email }) => email)
  }
  const { email } = await db.person.findUniqueOrThrow({
    where: { id: cast.arvenia.head.personId },
  })
  expect(await addresses('Chair of the African Group')).toEqual([email])
  const closed = { where: { id: cast.belmara.head.personId } }
  await db.person.update({ ...closed, data: { disabledAt: await cast.now() } })
  try {
    expect(await addresses('European Union')).toEqual([])
  } finally {
    await db.person.update({ ...closed, data: { disabledAt: null } })
  }
})
