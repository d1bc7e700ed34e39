import { describe, expect, test } from 'vitest'
import { db, read } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'

describe('reading straight from the driver', () => {
  test('gives what Prisma gives, whatever the column', async () => {
    const everything = Prisma.sql`
      SELECT '2020-07-27'::date AS day, '2020-07-27 18:00:00.123+02'::timestamptz AS moment,
        9007199254740993::int8 AS large, 7::int AS small, true AS yes, NULL::text AS nothing,
        'é'::text AS words, ARRAY['a', NULL, '{"}']::text[] AS list,
        '{"a": [1, "2020-07-27"]}'::jsonb AS document,
        '0190a0d0-0000-7000-8000-000000000000'::uuid AS id`
    const [ours] = await read(everything)
    const [prismas] = await db.$queryRaw<unknown[]>(everything)
    expect(ours).toEqual(prismas)
    expect(ours).toMatchObject({ day: new Date('2020-07-27'), large: 9007199254740993n })
  })

  test('sends values apart from the statement, as they are', async () => {
    const words = `'; DROP TABLE "Session"; -- $1 ?`
    const moment = new Date('2020-07-27T16:00:00.123Z')
    const [row] = await read<{ words: string; moment: Date; nothing: string | null }>`
      SELECT ${words} AS words, ${moment}::timestamptz AS moment, ${null}::text AS nothing`
    expect(row).toEqual({ words, moment, nothing: null })
  })

  test('fails loudly', async () => {
    await expect(read`SELECT 1 / ${0}::int`).rejects.toThrow('division by zero')
  })
})
