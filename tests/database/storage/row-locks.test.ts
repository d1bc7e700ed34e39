import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemTransaction } from '@/lib/db/client'
import { LOCK_ORDER, lockRows } from '@/lib/db/row-locks'

const id = randomUUID()
const locks = (...tables: (typeof LOCK_ORDER)[number][]) =>
  systemTransaction(async (tx) => {
    for (const table of tables) await lockRows(tx, table, [id])
  })

test('rows are locked in the one order, and those of one table as often as one likes', async () => {
  await locks(...LOCK_ORDER)
  await locks('Proposal', 'Proposal', 'Comment')
})

test.each(LOCK_ORDER.slice(1).map((later, index) => [later, LOCK_ORDER[index]!] as const))(
  'a lock of %s before one of %s is a defect',
  async (later, earlier) => {
    await expect(locks(later, earlier)).rejects.toThrow(
      `Lock order: ${earlier} was asked for after ${later}`,
    )
  },
)
