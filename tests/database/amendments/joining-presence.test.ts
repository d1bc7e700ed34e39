import { expect, it } from 'vitest'
import { enterDesk, leaveDesk, loadDeskPresence } from '@/lib/amendments/joining/presence'
import { amending } from '@/tests/support/amending'

it('shows at a desk who else has it open, and no longer when they left', async () => {
  const { cast, proposalId } = await amending()
  const { head, adviser } = cast.arvenia
  const present = async () =>
    (JSON.parse(await loadDeskPresence(proposalId)) as { present: { name: string }[] }).present.map(
      ({ name }) => name,
    )
  await enterDesk(head, proposalId)
  const since = await enterDesk(adviser, proposalId)
  expect(await present()).toEqual(['Amara Voss', 'Ansel Orin'])
  await enterDesk(adviser, proposalId)
  await leaveDesk(adviser, proposalId, since)
  expect(await present()).toHaveLength(2)
  await leaveDesk(adviser, proposalId, new Date(Date.now() + 60_000))
  expect(await present()).toEqual(['Amara Voss'])
})
