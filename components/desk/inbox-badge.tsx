import { ClientMessages } from '@/components/messages/client-messages'
import { LateNumber } from './late-number'

/** The number of the person's desk, for the header: stands directly behind the words "My desk" or the icon. */
export const InboxBadge = ({ person }: { person: string }) => (
  <ClientMessages namespaces={['inbox.number']}>
    <LateNumber person={person} />
  </ClientMessages>
)
