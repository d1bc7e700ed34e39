import { createHash } from 'node:crypto'
import type { WorldRow } from './sitting-rows'

const textHash = createHash('sha256').update('Text').digest('hex')
const worded = { text: 'Text', textHash }
const released = { releasedAt: '2020-07-29T08:00:00Z', releasedById: 'head' }

/** A drafted report, and one that `adoptReport` adopts, each with written paragraphs and rulings. */
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
  ['Report', 'report', { sessionId: 'first', ...released }],
  ['Report', 'adopted report', { sessionId: 'making', ...released }],
  ...['report', 'adopted report'].flatMap((reportId): WorldRow[] => [
    ['ReportParagraph', `${reportId} paragraph`, { reportId, section: 'summary', position: 1 }],
    [
      'ReportRevision',
      `${reportId} revision`,
      {
        paragraphId: `${reportId} paragraph`,
        number: 1,
        body: {},
        ...worded,
        writtenById: 'head',
      },
    ],
    [
      'ReportRuling',
      `${reportId} ruling`,
      { reportId, key: 'opening', kind: 'adopted', ...worded, ruledById: 'chair' },
    ],
    [
      'ReportPart',
      null,
      {
        reportId,
        section: 'introduction',
        documentId: 'document',
        content: [],
        paragraphs: [],
        textHash,
        issuedById: 'head',
      },
    ],
    ['ReportCompletion', null, { reportId, key: 'statements', markedById: 'head' }],
    [
      'ReportOmission',
      `${reportId} omission`,
      { reportId, key: 'participants', reason: 'No list.', leftOutById: 'head' },
    ],
  ]),
]

/** Rows that are added to the adopted report after its adoption. */
export const afterAdoption: WorldRow[] = [
  ...(['waiting', 'discarded'] as const).map(
    (state): WorldRow => [
      'ReportCorrigendum',
      `${state} report corrigendum`,
      {
        reportId: 'adopted report',
        key: state,
        body: {},
        ...worded,
        reason: 'A slip.',
        proposedById: 'head',
        ...(state === 'discarded' && {
          discardedAt: '2020-08-01T08:00:00Z',
          discardedById: 'chair',
        }),
      },
    ],
  ),
  [
    'ReportFilling',
    null,
    { reportId: 'adopted report', key: 'statements', text: 'All', filledById: 'head' },
  ],
]

/** The columns that the adoption of a report writes. */
export const adoption = (meeting: string, person: string): string =>
  `"adoptedAt" = now(), "adoptedById" = '${person}', "adoptedMeetingId" = '${meeting}',
   content = '{}', "textHash" = '${textHash}'`
