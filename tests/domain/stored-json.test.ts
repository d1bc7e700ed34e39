import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { carryAll } from '@/lib/amendments/carried'
import { readDecisions } from '@/lib/amendments/joining/queries'
import { StoredReasons as JoiningReasons } from '@/lib/amendments/joining/schema'
import { StoredReasons } from '@/lib/circulation/papers/schema'
import { parseState } from '@/lib/consolidation/ledger/ledger-state'
import { readReworded } from '@/lib/consolidation/ledger/notify-states'
import { readNames } from '@/lib/delegations/names/entity-names'
import { readParticipants } from '@/lib/meetings/participants/content'
import { readIssuedParagraphs, readKept } from '@/lib/report/adoption/kept'
import { readSnapshot } from '@/lib/plenary/snapshots/snapshot'
import { readContent } from '@/lib/proposals/drafts/content'
import { StoredItems, StoredProblems, StoredSession } from '@/lib/proposals/import/schema'
import { readRecordedData } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'
import { readDocument } from '@/lib/text/document/stored'
import { readProvenance } from '@/lib/text/weave/provenance'
import { sourceFiles } from '@/tests/support/writers'

const TEXT = documentFromText('Member States should share evidence.')

const UNDECIDED: unknown[] = []

/** The reader of each JSON column, and a value of the present shape. */
const readers: Record<string, [read: (stored: unknown) => unknown, sound: unknown]> = {
  'Entity.names': [readNames, { en: 'Arvenia' }],
  'Draft.body': [readDocument, TEXT],
  'DraftState.content': [
    readContent,
    {
      body: TEXT,
      explanation: '',
      originalLanguage: 'en',
      reason: '',
      kind: null,
      agendaItemId: null,
    },
  ],
  'Revision.body': [readDocument, TEXT],
  'Revision.provenance': [
    (stored) => readProvenance(stored, 'abc') ?? refuse(),
    [{ length: 3, source: { kind: 'revision', number: 1 } }],
  ],
  'Item.body': [readDocument, TEXT],
  'ImportDraft.items': [(value: unknown) => StoredItems.parse(value), []],
  'ImportDraft.problems': [
    (value: unknown) => StoredProblems.parse(value),
    [{ line: 1, key: 'empty' }],
  ],
  'ImportDraft.session': [(value: unknown) => StoredSession.parse(value), { ordinal: '7' }],
  'AmendmentDraft.body': [readDocument, TEXT],
  // An unreadable amendment blocks no other: it is labelled "unreadable" (tests/database/amendments/broken-amendment).
  'Amendment.body': [readAmendment, TEXT],
  // Decisions of another shape count as undecided: the delegation decides again.
  'Joining.decisions': [
    (stored) => (readDecisions(stored).length === 0 && stored !== UNDECIDED ? refuse() : null),
    UNDECIDED,
  ],
  'Joining.reasons': [(value: unknown) => JoiningReasons.parse(value), {}],
  'CirculationDraft.wording': [readDocument, TEXT],
  'PaperPiece.reasons': [(value: unknown) => StoredReasons.parse(value), [{ key: 'twice' }]],
  'PaperPiece.doubts': [(value: unknown) => StoredReasons.parse(value), []],
  'CirculationComment.wording': [readDocument, TEXT],
  'ConsolidatedText.body': [readDocument, TEXT],
  'ReportRevision.body': [readDocument, TEXT],
  'ReportRuling.amended': [readDocument, TEXT],
  'ReportPart.content': [readKept, []],
  'ReportPart.paragraphs': [readIssuedParagraphs, []],
  'ReportCorrigendum.body': [readDocument, TEXT],
  'Report.content': [readKept, []],
  'Mail.about': [readReworded, { items: [], reasons: [] }],
  'Objection.body': [readDocument, TEXT],
  'DeskAct.before': [parseState, { items: {}, asides: {} }],
  'DeskAct.after': [parseState, { items: {}, asides: {} }],
  'ScreenText.body': [readDocument, TEXT],
  'ParticipantList.content': [readParticipants, { isProvisional: true, groups: [] }],
  'Snapshot.content': [readSnapshot, { headings: [] }],
  'Corrigendum.body': [readDocument, TEXT],
  'ProposedCorrigendum.body': [readDocument, TEXT],
  'RecordEntry.data': [readRecordedData, { number: 1 }],
}

test('every JSON column has a reader that knows its shape', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const columns = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(
    ([, model, body]) =>
      [...body!.matchAll(/^ {2}(\w+) +Json/gm)].map(([, column]) => `${model}.${column}`),
  )
  expect(Object.keys(readers).toSorted()).toEqual(columns.toSorted())
})

test.each(Object.entries(readers))('%s of another shape is refused', (_, [read, sound]) => {
  expect(() => read(sound)).not.toThrow()
  for (const stored of [7, 'text', [7]]) expect(() => read(stored)).toThrow()
})

test('an undo log of an older shape is refused with a sentence', () => {
  const older = { items: { a: { deleted: false, headingId: 'h', position: 1 } }, asides: {} }
  expect(() => parseState(older)).toThrow(expect.objectContaining({ key: 'undoUnreadable' }))
  expect(() => readDocument({ type: 'doc', content: [{ type: 'table' }] })).toThrow('cannot read')
})

test('no other file takes a value for a text without asking', () => {
  const casting = sourceFiles('lib').filter((file) =>
    readFileSync(file, 'utf8').includes('as TextDocument'),
  )
  expect(casting.toSorted()).toEqual([
    // Released amendments; unreadable ones are labelled.
    'lib/amendments/joining/queries.ts',
    'lib/amendments/queries.ts',
    // The text engine itself.
    'lib/text/document/document.ts',
    'lib/text/document/stored.ts',
  ])
})

function refuse(): never {
  throw new Error('refused')
}

function readAmendment(stored: unknown): void {
  const text = { bodies: new Map([[1, TEXT]]), current: 1, language: 'en' }
  const [carried] = carryAll(text, [{ revisionNumber: 1, body: stored }])
  if (carried!.label === 'unreadable') refuse()
}
