import { beforeAll, describe, expect, test } from 'vitest'
import { db, systemTransaction } from '@/lib/db/client'
import { loadReferenceData } from '@/lib/delegations/reference-data'
import { previewSessionFile } from '@/lib/meetings/session-file/commands'
import { faultSentence } from '@/lib/meetings/session-file/read'
import { type Json, second, sentencesOf } from '@/tests/support/session-files/reading'

beforeAll(() => systemTransaction(loadReferenceData))

describe('a session file names', () => {
  /** The second session's file with another value at a path. */
  function edited(where: string, value: unknown): Json {
    const file = second()
    const parts = where.split(/[.[\]]+/).filter(Boolean)
    const last = parts.pop()!
    const parent = parts.reduce<Json>((inside, part) => (inside[part] ??= []) as Json, file)
    parent[last] = value
    return file
  }

  test('a file that is no JSON, or says nothing of a session', async () => {
    const { faults } = await previewSessionFile(Buffer.from('{'))
    expect(faultSentence(faults[0]!)).toContain('not JSON')
    expect(await sentencesOf({})).toEqual(['session: This key must be there.'])
  })

  test('no group, where the installation has none or more than one', async () => {
    const { group: _, ...file } = second()
    const asks = [expect.stringContaining('group: Name the group by its name')]
    const make = (letter: string) =>
      db.expertGroup.create({
        data: { name: letter, shortName: letter, symbolRoot: letter, seat: '', parentBody: '' },
      })
    expect(await sentencesOf(file)).toEqual(asks)
    await make('A')
    expect(await sentencesOf(file)).toEqual([])
    const { id } = await make('B')
    expect(await sentencesOf(file)).toEqual(asks)
    await db.expertGroup.delete({ where: { id } })
  })

  const late = { what: 'resumed', by: 'chair', how: 'ruling', date: '2024-02-01' }
  const adopted = {
    what: 'agendaAdopted',
    by: 'group',
    how: 'meeting',
    date: '2024-01-30',
    meeting: 3,
  }
  const powers = { from: 'Amara Voss', to: 'Bastien Kolo', date: '2024-01-29' }
  const again = { symbol: 'A/AC.999/2024/1', title: 'Again', date: '2023-12-01' }

  test.each<[string, string, unknown, string]>([
    [
      'a key that it does not know',
      'meetings[0].start',
      '10:00',
      'meetings[0].start: There is no such key',
    ],
    [
      'a date that is none',
      'meetings[1].date',
      '29 January',
      'meetings[1].date: This is not a date',
    ],
    [
      'a choice that is none',
      'decisions[0].how',
      'vote',
      'decisions[0].how: The value must be one of: silence',
    ],
    [
      'a ruling in words by others than the Chair',
      'decisions[0].what',
      'ruled',
      'decisions[0]: A ruling in words is by the Chair',
    ],
    [
      'a meeting outside the dates',
      'meetings[6].date',
      '2024-02-02',
      'meetings[6].date: The meeting lies outside the dates',
    ],
    [
      'overlapping meetings',
      'meetings[1].startsAt',
      '12:30',
      'meetings[1].startsAt: The meeting overlaps with meeting 1',
    ],
    [
      'an item considered before the agenda was adopted',
      'decisions[3]',
      adopted,
      'Agenda item 2 was considered before the agenda was adopted',
    ],
    [
      'an item that is not on the agenda',
      'meetings[1].items',
      ['8'],
      'meetings[1].items[0]: There is no agenda item 8',
    ],
    [
      'powers for somebody without office',
      'powers[0]',
      powers,
      'powers[0].to: Bastien Kolo does not hold the office of Vice-Chair',
    ],
    [
      'a session that is resumed after its end',
      'decisions[6]',
      late,
      'decisions[6]: The step “resumed”',
    ],
    [
      'a decision on another day than its meeting',
      'decisions[4].date',
      '2024-01-31',
      'decisions[4].date: The meeting of this decision was on 1 February 2024',
    ],
    [
      'dates other than the session has',
      'decisions[0].endsOn',
      '2024-01-31',
      'decisions[0].startsOn: The last dates',
    ],
    [
      'a State that there is not',
      'statements[0].members',
      ['Utopia'],
      'statements[0].members[0]: Utopia is not the name of a State',
    ],
    [
      'a participant at a meeting that there is not',
      'attendance.participants[0].meetings',
      [1, 9],
      'attendance.participants[0].meetings[1]: There is no meeting 9',
    ],
    [
      'a participant given twice',
      'attendance.participants[1]',
      { name: 'Norway' },
      'attendance.participants[1].name: Norway stands here twice',
    ],
    [
      'a symbol given twice',
      'documents[1]',
      again,
      'documents[1].symbol: The symbol A/AC.999/2024/1 appears here twice',
    ],
  ])('%s', async (_, where, value, sentence) => {
    expect((await sentencesOf(edited(where, value))).join('\n')).toContain(sentence)
  })
})
