import { expect, test } from 'vitest'
import { judgePeopleList } from '@/lib/delegations/people-import/judgement'

test('a list of people shows a known person by the name of the account, which stays', () => {
  const arvenia = { id: 'a', kind: 'memberState', name: 'Arvenia', otherNames: [] } as const
  const person = (name: string, email: string) =>
    ({ name, email, honorific: '', role: 'adviser', maySubmit: false }) as const
  const { registrations, problems } = judgePeopleList(
    [
      { line: 1, delegation: 'Arvenia', kind: null, person: person('Amara V.', 'a@a.example') },
      { line: 2, delegation: 'Arvenia', kind: null, person: person('Nora Ek', 'n@a.example') },
    ],
    {
      entities: [arvenia],
      registered: new Map(),
      places: new Map(),
      secretariat: new Set(),
      closedAccounts: new Set(),
      people: new Map([['a@a.example', 'Amara Voss']]),
    },
  )
  expect(problems).toEqual([])
  expect(registrations[0]?.people.map(({ name }) => name)).toEqual(['Amara Voss', 'Nora Ek'])
})
