import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { startNotices } from '@/lib/notifications/worker'
import { breakSilence, enterBreak, remark } from '@/lib/silence/commands'
import { openSilence } from '@/lib/silence/conduct/opening'
import { addAnnex } from '@/lib/silence/conduct/preparing'
import { pdf } from '@/tests/support/files'
import { ages, type Silent, silent } from '@/tests/support/silent'

// Logs name ids, never texts: each word below is in the database and in no log line of the server or the worker.

const SECRETS = [
  'Vexillum wording',
  'Vexillum point',
  'Vexillum reason',
  'Vexillum position',
  'Vexillum annex',
] as const
const [wording, point, reason, position, annex] = SECRETS

let cast: Silent
let logged = ''
beforeEach(async () => {
  cast = await silent()
  logged = ''
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...lines: unknown[]) => {
      logged += `${lines.map((line) => inspect(line, { depth: 10 })).join(' ')}\n`
    })
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((line) => {
      logged += String(line)
      return true
    })
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Logs the unexpected error of a command and returns it, like a server. */
const asServer = (act: Promise<unknown>): Promise<unknown> =>
  act.catch((error: unknown) => {
    console.error(error)
    return error
  })

const breaks = (silenceId: string, patch: object = {}) =>
  breakSilence(cast.arvenia.head, {
    id: randomUUID(),
    silenceId,
    point,
    reason,
    ...patch,
  })

async function opened(): Promise<string> {
  const { id } = await cast.prepares({ text: wording })
  const file = { name: `${annex}.pdf`, form: 'pdf' as const, bytes: pdf(annex) }
  await addAnnex(cast.secretariat, { id, version: 1, language: 'en', file })
  const openUntil = new Date((await cast.now()).getTime() + 3_601_000)
  await openSilence(cast.secretariat, { unreachedConfirmed: true, id, version: 2, openUntil })
  return id
}

it('holds no word of a text, a break or an annex while it is opened, explained, broken, refused and told', async () => {
  const id = await opened()
  const memberId = await cast.memberOf(id, 'Group of 77 and China')
  const note = { silenceId: id, memberId, point, reason, way: 'note' as const }
  const text = position
  await remark(cast.belmara.head, { id: randomUUID(), silenceId: id, kind: 'reservation', text })
  await breaks(id)
  const refusals = [
    () => breaks(id),
    async () =>
      enterBreak(cast.chair, { ...note, id: randomUUID(), openUntil: await cast.now() }, null),
    () => remark(cast.outsider, { id: randomUUID(), silenceId: id, kind: 'question', text }),
  ]
  for (const refusal of refusals) expect(await asServer(refusal())).toMatchObject({ key: /./ })
  await ages(id, 2 * 3_600_000)
  await startNotices({ pause: 1 })()
  expect(await cast.mailOf(id, 'result')).toHaveLength(4)
  for (const secret of SECRETS) expect(logged).not.toContain(secret)
})

it.each([
  ['a value that a rule of the database refuses', { reason: '', point: 'Vexillum point' }],
  ['a sign that PostgreSQL does not keep', { reason: 'Vexillum reason \0' }],
])('names a defect and holds no word of the break: %s', async (_, patch) => {
  const id = await opened()
  await asServer(breaks(id, patch))
  expect(logged).toMatch(/Prisma|Error/)
  for (const secret of SECRETS) expect(logged).not.toContain(secret)
  expect(await db.silenceBreak.count({ where: { silenceId: id } })).toBe(0)
})
