import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hashPassword } from '@/lib/auth/password/hash'
import { SecurityFilter } from '@/lib/auth/security/filter'
import { logSecurity } from '@/lib/auth/security/log'
import { listSecurity } from '@/lib/auth/security/queries'
import { db } from '@/lib/db/client'
import { type Scenario, scenario } from '@/tests/support/scenario'

const PASSWORD = 'a quiet corner by the window'
const passwordHash = await hashPassword(PASSWORD)

let cast: Scenario
let person: { id: string; email: string; name: string }
beforeEach(async () => {
  cast = await scenario()
  const email = `${randomUUID()}@arvenia.example`
  person = await db.person.create({ data: { name: 'Ada Quill', email, passwordHash } })
})

const noted = async () =>
  (await listSecurity(cast.secretariat, SecurityFilter.parse({ person: person.id }))).lines

describe('the security log', () => {
  test('goes to a table and, as one line of JSON, to standard output', async () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
    const facts = { personId: person.id, network: '192.0.2.7', detail: 'password' }
    await logSecurity('signIn.succeeded', facts)
    const line = String(printed.mock.calls[0]?.[0])
    printed.mockRestore()
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toMatchObject({ log: 'security', event: 'signIn.succeeded', ...facts })
    expect(await noted()).toMatchObject([{ event: 'signIn.succeeded', network: '192.0.2.7' }])
  })

  test('holds no address of a person, and no entry is changed or taken out', async () => {
    await expect(logSecurity('signIn.failed', { detail: person.email })).rejects.toThrow()
    await logSecurity('signIn.failed', { personId: person.id, detail: 'signInFailed' })
    const where = { personId: person.id }
    await expect(db.securityEntry.updateMany({ where, data: { detail: '' } })).rejects.toThrow()
    await expect(db.securityEntry.deleteMany({ where })).rejects.toThrow()
  })

  test('is filtered by event, person and network, and read by pages', async () => {
    const network = `network ${randomUUID()}`
    for (let entry = 0; entry < 51; entry++)
      await logSecurity('signIn.failed', { personId: person.id, network })
    const read = (filter: Record<string, string>) =>
      listSecurity(cast.secretariat, SecurityFilter.parse({ network, ...filter }))
    const first = await read({})
    expect([first.matching, first.lines.length]).toEqual([51, 50])
    expect((await read({ page: '2' })).lines).toHaveLength(1)
    expect((await read({ event: 'signIn.ended' })).matching).toBe(0)
    expect((await read({ person: randomUUID() })).matching).toBe(0)
    expect((await read({ page: '1e309', event: 'nonsense', person: 'x' })).matching).toBe(51)
  })
})
