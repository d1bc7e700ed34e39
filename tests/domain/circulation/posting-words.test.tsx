import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CirculationRows } from '@/components/circulation/setup/circulation-rows'

type Line = ComponentProps<typeof CirculationRows>['circulations'][number]
const rowOf = (about: Partial<Line>) =>
  renderToStaticMarkup(
    <CirculationRows
      circulations={[
        {
          id: '1',
          title: 'Comments',
          phase: 'closed',
          openUntil: new Date('2026-11-30T12:00:00Z'),
          postingRule: 'atDeadline',
          postAt: null,
          isPosted: true,
          lists: [],
          isAsked: false,
          items: 0,
          looked: 0,
          ...about,
        },
      ]}
      slug="seventh"
      isOffice={false}
    />,
  )

test('a posting of the past is told as past, one to come as to come', () => {
  const time = '30 November 2026, 13:00 (Vienna time)'
  expect(rowOf({})).toContain(`Comments have been posted since ${time}.`)
  expect(rowOf({ phase: 'prepared', isPosted: false })).toContain(`Comments are posted on ${time}.`)
  expect(rowOf({ postingRule: 'atRelease' })).toContain('Comments are posted.')
  expect(rowOf({ postingRule: 'atRelease', phase: 'prepared', isPosted: false })).toContain(
    'Comments are posted when they are released.',
  )
})
