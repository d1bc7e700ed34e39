import { createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type Row = [table: string, name: string | null, columns: Record<string, unknown>]

const text = 'We can support this.'
const of = { circulationId: 'circulation', sessionId: 'running', delegationId: 'Arvenia running' }
const says = { category: 'general', position: 'supports', text, textHash: sha256(text) }
const received = { receivedAt: '2020-05-02T08:00:00Z', releaseId: 'release' }
const onItem = { target: 'item', itemId: 'issued list item 1' }

const asked = {
  circulationId: 'circulation',
  name: 'Network for Safe Streets',
  kind: 'nonGovernmental',
  contactName: 'Nadia Walker',
  email: 'nadia@safe-streets.example',
  askedAt: '2020-05-01T09:00:00Z',
  expiresAt: '2020-05-02T09:00:00Z',
  provedAt: '2020-05-01T10:00:00Z',
}

/** A circulation of the issued list in preparation, and one that stays so, for the world of the constraints. */
export const preparedRows: readonly Row[] = [
  [
    'Circulation',
    'circulation',
    {
      sessionId: 'running',
      title: 'Lists',
      createdById: 'head',
      openUntil: '2020-06-01T08:00:00Z',
    },
  ],
  ['CirculatedList', null, { circulationId: 'circulation', listId: 'issued list', position: 1 }],
  ['CirculationAddressee', 'addressee', of],
]

/** Its extended deadline, and a letter. */
export const sentRows: readonly Row[] = [
  [
    'CirculationExtension',
    'extension',
    {
      circulationId: 'circulation',
      formerUntil: '2020-05-20T08:00:00Z',
      openUntil: '2020-06-01T08:00:00Z',
      reason: 'Asked for.',
    },
  ],
  [
    'CirculationLetter',
    'circulation letter',
    {
      circulationId: 'circulation',
      delegationId: 'Arvenia running',
      personId: 'head',
      kind: 'letter',
    },
  ],
]

/** Rows after its opening. */
export const circulatedRows: readonly Row[] = [
  [
    'CirculationRelease',
    'release',
    { ...of, receivedAt: '2020-05-02T08:00:00Z', count: 1, hash: sha256(text) },
  ],
  ['CirculationComment', 'circulation comment', { ...of, ...says, ...received, ...onItem }],
  [
    'CirculationComment',
    'withdrawn circulation comment',
    {
      ...of,
      ...says,
      ...received,
      ...onItem,
      withdrawnAt: '2020-05-03T08:00:00Z',
      withdrawnById: 'head',
    },
  ],
  [
    'CirculationComment',
    'retracted circulation comment',
    {
      ...of,
      ...says,
      ...received,
      target: 'circulation',
      retractedAt: '2020-06-03T08:00:00Z',
      retractedById: 'head',
    },
  ],
  [
    'CirculationComment',
    'circulation comment of another',
    {
      ...of,
      ...says,
      receivedAt: '2020-05-02T08:00:00Z',
      delegationId: 'Belmara running',
      ...onItem,
    },
  ],
  [
    'CirculationDraft',
    'circulation draft',
    { ...of, ...onItem, category: 'general', text, createdById: 'head', updatedById: 'head' },
  ],
  [
    'Paper',
    'paper',
    {
      ...of,
      kind: 'free',
      fileName: 'paper.txt',
      contentType: 'text/plain',
      size: 1,
      hash: sha256('a'),
      bytes: '\\x61',
      receivedAt: '2020-05-02T08:00:00Z',
      enteredAt: '2020-05-02T09:00:00Z',
      enteredById: 'head',
    },
  ],
  ['PaperPiece', 'piece', { paperId: 'paper', position: 1, text, ...onItem }],
  [
    'PaperPiece',
    'written piece',
    {
      paperId: 'paper',
      position: 2,
      text,
      ...onItem,
      decidedAt: '2020-05-02T10:00:00Z',
      writtenAt: '2020-05-02T10:00:00Z',
    },
  ],
  ['ParticipationRequest', 'waiting request', { ...asked, tokenHash: 'a'.repeat(64) }],
  [
    'ParticipationRequest',
    'decided request',
    {
      ...asked,
      tokenHash: 'b'.repeat(64),
      decision: 'refused',
      reason: 'Not admitted.',
      decidedAt: '2020-05-03T08:00:00Z',
      decidedById: 'head',
    },
  ],
]
