import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { groupChoices } from '@/components/groups/group-choices'
import { GroupMembers } from '@/components/groups/on-behalf'
import { namesWithGroups } from '@/lib/proposals/preliminary-list/item-names'
import {
  MOST_NAMED,
  type OnBehalf,
  onBehalfOf,
  withGroup,
} from '@/lib/sessions/attribution/attribution'

const group = (members: readonly string[], without: readonly string[] = []): OnBehalf => ({
  id: 'attribution',
  groupOfStatesId: 'group',
  group: 'the Group of Island States',
  members: members.map((name) => ({ name, dissociated: without.includes(name) })),
})
const three = ['Arvenia', 'Belmara', 'Doranta']

describe('on behalf of a group', () => {
  test('names the State first, the group with one article, and who dissociated itself', () => {
    expect(withGroup('Belmara', null)).toBe('Belmara')
    expect(withGroup('Belmara', group(three))).toBe(
      'Belmara, on behalf of the Group of Island States',
    )
    expect(onBehalfOf(group(three, ['Arvenia', 'Doranta']))).toBe(
      'on behalf of the Group of Island States, except Arvenia and Doranta',
    )
  })

  test('among names stands beside its own State alone, once for one group', () => {
    const made = { delegationName: 'Belmara', onBehalf: group(three, ['Doranta']) }
    expect(namesWithGroups(['Arvenia', 'Belmara'], [made, made])).toEqual([
      'Arvenia',
      'Belmara (on behalf of the Group of Island States, except Doranta)',
    ])
  })

  test('lists its members, and folds them where they are many', () => {
    const drawn = (count: number) =>
      renderToStaticMarkup(
        <GroupMembers
          slug="sixth"
          onBehalf={group(
            Array.from({ length: count }, (_, index) => `State ${index}`),
            ['State 1'],
          )}
        />,
      )
    expect(drawn(MOST_NAMED)).toContain('State 1 (dissociated itself)')
    expect(drawn(MOST_NAMED)).not.toContain('<details')
    expect(drawn(MOST_NAMED + 1)).toContain('<summary')
    expect(drawn(0)).not.toContain('Members on that day')
    expect(drawn(1)).toContain('/sessions/sixth/on-behalf/attribution')
  })

  test('offers the delegation alone first, and keeps a choice in sight that is no longer open to it', () => {
    const [ownGroup, gone] = [
      { id: '1', name: 'Coasts' },
      { id: '2', name: 'Islands' },
    ]
    expect(groupChoices([ownGroup], ownGroup, 'Alone').map(({ label }) => label)).toEqual([
      'Alone',
      'Coasts',
    ])
    expect(groupChoices([ownGroup], gone, 'Alone').map(({ label }) => label)).toEqual([
      'Alone',
      'Coasts',
      'Islands',
    ])
  })
})
