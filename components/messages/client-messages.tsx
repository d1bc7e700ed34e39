import type { ReactNode } from 'react'
import { language, messagesOf } from '@/lib/messages'
import { MessagesProvider } from './messages-provider'

/**
 * Gives the client components inside the messages of these namespaces ("joining.desk"), and no others: a page
 * carries the sentences that it says. Stands directly around them, since an inner one replaces an outer one.
 */
export const ClientMessages = ({
  namespaces,
  children,
}: {
  namespaces: readonly string[]
  children: ReactNode
}) => (
  <MessagesProvider {...language()} messages={messagesOf(namespaces)}>
    {children}
  </MessagesProvider>
)
