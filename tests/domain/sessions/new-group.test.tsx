import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { GroupFields } from '@/components/groups/group-fields'
import { seat, setSeat } from '@/lib/seat'

const before = seat()
afterEach(() => setSeat(before))

test('another group is offered the seat and the clock of the installation', () => {
  setSeat({ name: 'Geneva', timeZone: 'Europe/Zurich' })
  const drawn = renderToStaticMarkup(<GroupFields givesClock={false} />)
  expect(drawn).toMatch(/<input[^>]*name="seat"[^>]*value="Geneva"/)
  expect(drawn).toMatch(/<option value="Europe\/Zurich" selected="">/)
  expect(drawn).not.toContain('Vienna" selected')
})
