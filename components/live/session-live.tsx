import type { ComponentProps } from 'react'
import { ClientMessages } from '@/components/messages/client-messages'
import { LiveRefresh } from './live-refresh'

/** Keeps a page up to date with a stream of versions, see LiveRefresh. */
export const SessionLive = (props: ComponentProps<typeof LiveRefresh>) => (
  <ClientMessages namespaces={['live']}>
    <LiveRefresh {...props} />
  </ClientMessages>
)
