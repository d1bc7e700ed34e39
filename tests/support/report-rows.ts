import type { WorldRow } from './sitting-rows'

/** What a report is made of besides the session's own facts. */
export const reportRows: WorldRow[] = [
  [
    'EarlierMeeting',
    'earlier meeting',
    {
      groupId: 'group',
      ordinal: 1,
      place: 'Vienna',
      startsOn: '2011-01-17',
      endsOn: '2011-01-21',
    },
  ],
]
