import { describe, expect, test } from 'vitest'
import {
  type ListedDelegation,
  participantsOf,
  participantsText,
  readParticipants,
  sizeOf,
} from '@/lib/meetings/participants/content'
import { printAccredited, readAccredited } from '@/lib/meetings/participants/lines'
import { sortKey } from '@/lib/delegations/names/sort-key'

describe('a name as accredited', () => {
  test.each([
    ['Ms. Amara Voss', { honorific: 'Ms.', name: 'Amara Voss', title: '' }],
    [
      '1. H.E. Mr. Bastien Kolo, Ambassador, Permanent Mission (Vienna)',
      {
        honorific: 'H.E. Mr.',
        name: 'Bastien Kolo',
        title: 'Ambassador, Permanent Mission (Vienna)',
      },
    ],
    ['Elin Tarvas , Adviser', { honorific: '', name: 'Elin Tarvas', title: 'Adviser' }],
  ])('%s', (line, read) => {
    expect(readAccredited(line)).toEqual(read)
    expect(readAccredited(printAccredited(read))).toEqual(read)
  })

  test('is refused where nobody is named', () => {
    for (const line of ['', 'Ms.', ', Counsellor', 'Mr. , Counsellor'])
      expect(readAccredited(line)).toBeNull()
  })
})

const delegation = (
  name: string,
  kind: ListedDelegation['kind'] = 'memberState',
  patch: Partial<ListedDelegation> = {},
): ListedDelegation => ({
  name,
  kind,
  sortKey: sortKey(name),
  attended: true,
  accredited: [],
  members: [{ honorific: 'Ms.', name: `Head of ${name}` }],
  ...patch,
})

describe('a list of participants', () => {
  const delegations = [
    delegation('Verdania Institute', 'academia'),
    delegation('Türava'),
    delegation('Arvenia', 'memberState', {
      accredited: [{ honorific: 'Mr.', name: 'Aldo Reyne', title: 'Counsellor' }],
    }),
    delegation('Tuvelia', 'memberState', { attended: false }),
    delegation('Holy Seat', 'observerState'),
  ]
  const onPanel = { honorific: 'Ms.', name: 'Ilse Varn', title: 'Verdania Institute' }
  // She sits on two panels.
  const all = { delegations, panellists: [onPanel, { ...onPanel }] }

  test('puts States in English alphabetical order, then observers by kind', () => {
    const { groups } = participantsOf({ ...all, isProvisional: true })
    expect(
      groups.map(({ kind, delegations }) => [kind, delegations.map(({ name }) => name)]),
    ).toEqual([
      ['memberState', ['Arvenia', 'Türava', 'Tuvelia']],
      ['observerState', ['Holy Seat']],
      ['academia', ['Verdania Institute']],
    ])
  })

  test('names those that attended once it is final, and people as their credentials do', () => {
    const content = participantsOf({ ...all, isProvisional: false })
    expect(content.groups[0]!.delegations).toEqual([
      { name: 'Arvenia', people: [{ honorific: 'Mr.', name: 'Aldo Reyne', title: 'Counsellor' }] },
      { name: 'Türava', people: [{ honorific: 'Ms.', name: 'Head of Türava', title: '' }] },
    ])
    expect(sizeOf(content)).toEqual({ delegations: 4, people: 5 })
    expect(content.panellists).toEqual([onPanel])
    expect(readParticipants(JSON.parse(JSON.stringify(content)))).toEqual(content)
    const { panellists, ...earlier } = content
    expect(panellists).toHaveLength(1)
    expect(readParticipants(earlier)).toEqual({ ...earlier, panellists: [] })
  })

  test('has a text that tells whether it is provisional, who stands on it and how', () => {
    const text = participantsText(participantsOf({ ...all, isProvisional: true }))
    expect(text).not.toBe(participantsText(participantsOf({ ...all, isProvisional: false })))
    expect(text).toContain('- Arvenia\nMr. Aldo Reyne, Counsellor\n- Türava')
    expect(text.endsWith('= panellists\nMs. Ilse Varn, Verdania Institute')).toBe(true)
  })
})
