import { type BadRow, copy, remove, update } from './bad-row'

const fourth = { number: 4, symbol: 'X/2020/CRP.4' }
const another = (patch: Record<string, unknown>) =>
  copy('Document', 'document', { ...fourth, ...patch })
const otherForm = { language: 'fr' }
const anotherFile = (patch: Record<string, unknown>) =>
  copy('DocumentFile', 'file', { ...otherForm, ...patch })

/** Documents, symbols and files that the database refuses. */
export const badDocuments: readonly BadRow[] = [
  ['Document_symbol_key', 'a symbol given twice', copy('Document', 'document', {})],
  [
    'Document_symbol_key',
    'the symbol of a document that was withdrawn',
    copy('Document', 'document', { number: 3, symbol: 'X/2020/CRP.3' }),
  ],
  ['Document_symbol_check', 'a symbol of other parts', another({ number: 5 })],
  ['Document_symbol_check', 'a suffix left out', another({ suffix: 'Rev.1' })],
  ['Document_number_check', 'number nought', another({ number: 0, symbol: 'X/2020/CRP.0' })],
  [
    'Document_thing_check',
    'a list that is said to be a report',
    another({ kind: 'report', preliminaryListId: 'issued list' }),
  ],
  [
    'Document_thing_check',
    'two things',
    another({
      kind: 'snapshot',
      sessionId: 'running',
      consolidatedListId: 'running list',
      snapshotId: 'running snapshot',
    }),
  ],
  ['Document_follows_check', 'follows itself', another({ id: 'another', followsId: 'another' })],
  ['Document_title_check', 'without a title', another({ title: '' })],
  ['Document_title_check', 'in no language', another({ languages: [] })],
  [
    'Document_withdrawn_check',
    'withdrawn without a reason',
    another({ withdrawnAt: '2020-07-01T08:00:00Z', withdrawnById: 'head' }),
  ],
  [
    'Document_session',
    'a list of another session',
    another({ kind: 'preliminaryList', preliminaryListId: 'list in the making' }),
  ],
  [
    'Document_kept',
    'with another symbol',
    update('Document', 'document', `symbol = 'X/2020/CRP.9', number = 9`),
  ],
  ['Document_kept', 'deleted', remove('Document', 'document')],
  [
    'Document_issued',
    'in another original language',
    update('Document', 'issued document', `"originalLanguage" = 'fr'`),
  ],
  [
    'Document_withdrawn',
    'brought back',
    update(
      'Document',
      'withdrawn document',
      `"withdrawnAt" = null, "withdrawnById" = null, "withdrawalReason" = ''`,
    ),
  ],
  [
    'DocumentFile_documentId_language_form_key',
    'two files in one language and form',
    copy('DocumentFile', 'file', {}),
  ],
  ['DocumentFile_bytes_check', 'of another size', anotherFile({ size: 5 })],
  ['DocumentFile_bytes_check', 'with the hash of another', anotherFile({ hash: 'abc' })],
  ['DocumentFile_name_check', 'a name with a path in it', anotherFile({ name: '../a.pdf' })],
  ['DocumentFile_immutable', 'rewritten', update('DocumentFile', 'file', `name = 'b.pdf'`)],
  ['DocumentFile_issued', 'removed', remove('DocumentFile', 'issued file')],
]
