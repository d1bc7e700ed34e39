import { expect, test } from 'vitest'
import { membershipIn } from '@/lib/delegations/actor'
import { db } from '@/lib/db/client'
import { scenario } from '@/tests/support/scenario'

test('a scenario is a session with the whole cast, as often as one asks', async () => {
  const first = await scenario()
  const two = await scenario({ submission: 'closed' })
  expect(first.session.id).not.toBe(two.session.id)
  expect(first.arvenia.head.personId).toBe(two.arvenia.head.personId)
  expect(membershipIn(first.arvenia.head, first.session.id)?.maySubmit).toBe(true)
  expect(membershipIn(first.arvenia.adviser, first.session.id)?.maySubmit).toBe(false)
  expect(await db.period.count({ where: { sessionId: two.session.id } })).toBe(1)
  expect(Object.keys(first.agenda)).toContain('1b')
})
