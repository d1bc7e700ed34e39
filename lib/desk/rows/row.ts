import type { InboxRow, InboxRowKind } from '@/lib/desk/inbox-view'

/** A row as a rule derives it; `lib/desk/inbox.ts` adds the person's marks. */
export type DerivedRow = Omit<InboxRow, 'unread' | 'counts'>

/** A row that waits for a decision, unless the rest says otherwise. */
export const row = (
  kind: InboxRowKind,
  subject: string,
  rest: Partial<DerivedRow> & Pick<DerivedRow, 'href' | 'at'>,
): DerivedRow => ({
  kind,
  subject: `${kind}:${subject}`,
  group: 'decide',
  session: null,
  proposal: null,
  words: '',
  states: [],
  values: {},
  period: null,
  dismissible: rest.group === 'information',
  ...rest,
})
