import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SilenceBreaks } from '@/components/silence/silence-breaks'
import type { BreakView, SilenceView } from '@/lib/silence/queries'

const receivedAt = new Date('2026-12-04T10:59:58.300Z')
const shown = (broken: Partial<BreakView>): string => {
  const breaks = [{ id: 'a', capacity: 'Austria', receivedAt, inTime: true, ...broken }]
  const view = { silence: { number: 1 }, breaks } as unknown as SilenceView
  const withdraw = async () => ({ status: 'idle' as const })
  return renderToStaticMarkup(<SilenceBreaks view={view} slug="s" own={[]} withdraw={withdraw} />)
}

test('a break on the page shows the second in which it arrived, as the deadline of its minute judges it', () => {
  expect(shown({ way: 'page' })).toContain('Received 4 December 2026, 11:59:58 (Vienna time)')
})

test('a break by note shows the minute that the Secretariat typed', () => {
  expect(shown({ way: 'note' })).toContain('Received 4 December 2026, 11:59 (Vienna time)')
})
