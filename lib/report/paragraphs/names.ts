import type { GroupFacts, OfficerFacts, PanellistFacts, SessionFacts } from '@/lib/report/facts'
import { sessionOrdinal } from '@/lib/report/words/lists'

/** "the Expert Group" */
export const theGroup = (group: GroupFacts): string => `the ${group.calledShort}`

/** "the intergovernmental expert group on cybercrime", or the short name if it has no description. */
export const theGroupDescribed = (group: GroupFacts): string =>
  `the ${group.describedAs || group.calledShort}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "sixth session", by the group's word for the event. */
export const eventOf = (group: GroupFacts, { ordinal }: SessionFacts): string =>
  `${sessionOrdinal(ordinal)} ${group.eventWord}`

/** "the sixth meeting of the Expert Group": how reports name the event whole. */
export const meetingOfGroup = (group: GroupFacts, ordinal: number): string =>
  `the ${sessionOrdinal(ordinal)} meeting of ${theGroup(group)}`

/** "Mr. André Rypl (Brazil)" */
export const personOf = ({ honorific, name, affiliation }: PanellistFacts | OfficerFacts): string =>
  [honorific, name, affiliation && `(${affiliation})`].filter(Boolean).join(' ')

/** A body with its article: "the General Assembly", but "Member States". */
export const bodyOf = (body: string): string =>
  /^(?:the |(?:Member )?States\b|Heads of )/.test(body) ? body : `the ${body}`
