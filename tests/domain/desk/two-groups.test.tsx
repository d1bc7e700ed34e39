import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AccountPlaces } from '@/components/account/account-places'
import { FollowedRows } from '@/components/desk/followed-rows'

type Place = ComponentProps<typeof AccountPlaces>['account']['places'][number]
const place = (id: string, groupName: string): Place => ({
  id,
  session: { slug: id, ordinal: 6, eventWord: 'session', groupName },
  delegation: 'Arvenia',
  withdrawn: false,
  role: 'adviser',
  maySubmit: false,
})
const accountOf = (...places: Place[]) =>
  renderToStaticMarkup(<AccountPlaces account={{ places, offices: [] }} title="Places" />)

const followedOf = (...names: string[]) =>
  renderToStaticMarkup(
    <FollowedRows
      followed={names.map((name) => ({
        kind: 'proposal',
        id: name,
        name: '1',
        title: '',
        session: { slug: name, ordinal: 6, group: { eventWord: 'session', name } },
      }))}
      action={(state) => Promise.resolve(state)}
    />,
  )

describe('sessions that stand together bear the names of their groups', () => {
  test('where a person takes part in two', () => {
    const account = accountOf(place('1', 'Cybercrime'), place('2', 'Firearms'))
    expect(account).toContain('Cybercrime')
    expect(account).toContain('Firearms')
    const followed = followedOf('Cybercrime', 'Firearms')
    expect(followed).toContain('Sixth session · Cybercrime')
    expect(followed).toContain('Sixth session · Firearms')
  })

  test('and not where there is one', () => {
    expect(accountOf(place('1', 'Cybercrime'), place('2', 'Cybercrime'))).not.toContain('Cyber')
    expect(followedOf('Cybercrime')).not.toContain('· Cyber')
  })
})
