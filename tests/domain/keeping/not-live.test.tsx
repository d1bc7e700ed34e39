import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NotLive } from '@/components/live/not-live'
import { ClientMessages } from '@/components/messages/client-messages'

test('a page that is cut off says since when, by the clock of the seat and with its name', () => {
  const page = renderToStaticMarkup(
    <ClientMessages namespaces={['live']}>
      <NotLive since={new Date('2026-11-30T07:36:39Z')} />
    </ClientMessages>,
  )
  expect(page).toContain('Not live since 08:36 (Vienna time).')
})
