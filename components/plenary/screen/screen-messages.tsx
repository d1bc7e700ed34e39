import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/messages/client-messages'

/** The messages that the screens need, on a device and on the wall. */
export const ScreenMessages = ({ children }: { children: ReactNode }) => (
  <ClientMessages
    namespaces={[
      'plenary.room',
      'plenary.rulings.screen',
      'sitting.steps',
      'consolidation.statuses',
      'consolidation.kinds',
      'floor',
      'live',
    ]}
  >
    {children}
  </ClientMessages>
)
