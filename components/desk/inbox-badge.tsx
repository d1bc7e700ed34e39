import { ClientMessages } from '@/components/messages/client-messages'
import { InboxNumber } from './inbox-number'

/** The number of the person's desk, for the header: stands directly behind the words "My desk" or the icon. */
export const InboxBadge = ({ person }: { person: string }) => (
  <ClientMessages namespaces={['inbox.number']}>
    <InboxNumber person={person} />
  </ClientMessages>
)
