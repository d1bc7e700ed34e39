import { createHash } from 'node:crypto'
import { reportRows } from './report-rows'
import { sittingRows } from './sitting-rows'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** An id that is the same wherever the same name is written. */
export const id = (name: string) =>
  sha256(name).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5')

export type Row = Record<string, unknown>

const text = 'Member States should share evidence.'
const words = { body: { type: 'doc' }, text, textHash: sha256(text) }
/** One row; columns whose names end in "Id" are given as names, columns that are not given get their default. */
export const rows: [table: string, name: string | null, columns: Row][] = []
const put = (table: string, name: string | null, columns: Row) => rows.push([table, name, columns])

put('Person', 'head', { email: 'head@example.org', name: 'Head' })
put('Person', 'chair', { email: 'chair@example.org', name: 'Chair' })
const group = { name: 'Group', shortName: 'Group', symbolRoot: 'X', parentBody: '', seat: 'Vienna' }
put('ExpertGroup', 'group', { ...group, mandates: [] })
for (const [ordinal, [name, kind]] of [
  ['first', 'topical'],
  ['making', 'topical'],
  ['running', 'stockTaking'],
  ['adopted', 'stockTaking'],
].entries()) {
  const dates = { startsOn: '2020-07-27', endsOn: '2020-07-29', place: 'Vienna' }
  put('Session', name!, { groupId: 'group', slug: name, ordinal, kind, ...dates })
}
const earlier = { startsOn: '2020-04-06', endsOn: '2020-04-08' }
put('EarlierDates', 'dates', { sessionId: 'first', ...earlier })
const opened = { openedAt: '2020-05-01T08:00:00Z', openUntil: '2020-06-01T08:00:00Z' }
put('Period', 'period', { sessionId: 'first', kind: 'comments', ...opened })
for (const name of ['Arvenia', 'Belmara', 'Corvina']) {
  const sortKey = name.toLowerCase()
  put('Entity', name, { kind: 'memberState', name, names: {}, sortKey })
  for (const sessionId of ['first', 'making', 'running', 'adopted']) {
    const delegation = { sessionId, entityId: name, name, sortKey }
    put('Delegation', `${name} ${sessionId}`, delegation)
  }
}

// A proposal of Arvenia with two revisions and all that stands around it, and one that was withdrawn.
const proposal = { kind: 'recommendation', originalLanguage: 'en' }
const of = { sessionId: 'first', delegationId: 'Arvenia first' }
put('Proposal', 'proposal', { ...proposal, ...of, number: 1, currentNumber: 2 })
const withdrawn = { withdrawnAt: '2020-07-01T08:00:00Z', withdrawnById: 'head' }
put('Proposal', 'withdrawn', { ...proposal, ...of, number: 2, ...withdrawn })
const revision = { ...words, wordCount: 5, delegationId: 'Arvenia first' }
put('Revision', 'revision 1', { ...revision, proposalId: 'proposal', number: 1 })
put('Revision', 'revision 2', { ...revision, proposalId: 'proposal', number: 2 })
put('Revision', 'withdrawn 1', { ...revision, proposalId: 'withdrawn', number: 1 })
const elsewhere = { sessionId: 'making', delegationId: 'Arvenia making' }
put('Proposal', 'elsewhere', { ...proposal, ...elsewhere, number: 1 })
const there = { ...revision, delegationId: 'Arvenia making' }
put('Revision', 'elsewhere 1', { ...there, proposalId: 'elsewhere', number: 1 })
const writer = { createdById: 'head', updatedById: 'head', body: {} }
put('Draft', 'draft', { ...of, proposalId: 'proposal', baseNumber: 2, ...writer })
put('DraftState', 'draft state', {
  draftId: 'draft',
  version: 1,
  content: {},
  writtenAt: '2020-05-01T08:00:00Z',
  writtenById: 'head',
})
put('DraftNote', 'draft note', { draftId: 'draft', text, writtenById: 'head' })
const about = { proposalId: 'proposal', revisionNumber: 2, delegationId: 'Belmara first' }
put('CoSponsorship', 'co-sponsorship', about)
put('AmendmentDraft', 'amendment draft', { ...about, ...writer })
put('Amendment', 'amendment', { ...about, ...words, sessionId: 'first', number: 1 })
const its = { ...about, delegationId: 'Corvina first', amendsId: 'amendment' }
put('Amendment', 'amendment to it', { ...its, ...words, sessionId: 'first', number: 2 })
put('AmendmentDecline', null, {
  amendmentId: 'amendment to it',
  amendsId: 'amendment',
  delegationId: 'Belmara first',
  receivedAt: '2020-05-03T08:00:00Z',
  declinedById: 'head',
})
const joined = { amendmentId: 'amendment', delegationId: 'Corvina first' }
put('AmendmentCoSponsorship', 'amendment co-sponsorship', joined)
const answer = { actingFor: 'Corvina', text, textHash: sha256(text) }
put('AmendmentAnswer', 'answer', { ...joined, ...answer })
const { body: _, ...by } = writer
put('AmendmentDecision', null, {
  revisionId: 'revision 2',
  amendmentId: 'amendment',
  kind: 'partly',
  receivedAt: new Date(),
  decidedById: 'head',
})
put('Visit', null, {
  personId: 'head',
  proposalId: 'proposal',
  revisionNumber: 2,
  sinceRevision: 1,
})
put('Follow', 'follow', { personId: 'head', proposalId: 'proposal' })
put('DeskMark', null, { personId: 'head', subject: 'newComments:x' })
put('Joining', 'joining', { proposalId: 'proposal', baseNumber: 2, decisions: {}, ...by })
put('CommentDraft', 'comment draft', { ...about, category: 'general', text, ...by })
const passage = { passageStart: 0, passageEnd: 6, passageText: 'Member' }
const remark = { category: 'general', position: 'none', text, textHash: sha256(text) }
const comment = { ...about, sessionId: 'first', ...remark }
put('Comment', 'comment', { ...comment, ...passage })
put('Comment', 'replaced comment', { ...comment, replacedById: 'comment' })
put('Comment', 'reply', { ...comment, parentId: 'comment' })

// The issued list of the first session, and one in the making.
const item = { ...words, kind: 'recommendation', language: 'en' }
for (const [list, sessionId] of [
  ['issued list', 'first'],
  ['list in the making', 'making'],
] as const) {
  put('PreliminaryList', list, { sessionId })
  for (const position of [1, 2])
    put('ListHeading', `${list} heading ${position}`, { listId: list, title: 'Title', position })
  for (const position of [1, 2]) {
    const place = { listId: list, headingId: `${list} heading 1`, position }
    put('Item', `${list} item ${position}`, { ...item, ...place })
  }
}
const stands = { itemId: 'issued list item 1', proposalId: 'proposal', revisionNumber: 2 }
put('ItemProposal', null, { ...stands, attribution: [] })
const standsThere = { itemId: 'list in the making item 1', proposalId: 'elsewhere' }
put('ItemProposal', null, { ...standsThere, revisionNumber: 1, attribution: [] })

// The consolidated lists of the running stock-taking and of the adopted one, which have the same rows.
for (const at of ['running', 'adopted']) {
  const listId = `${at} list`
  put('ConsolidatedList', listId, { sessionId: at })
  for (const position of [1, 2])
    put('ConsolidatedHeading', `${at} heading ${position}`, { listId, title: 'Title', position })
  for (const position of [1, 2]) {
    const itemId = `${at} item ${position}`
    const place = { listId, headingId: `${at} heading 1`, position }
    put('ConsolidatedItem', itemId, { ...place, kind: 'recommendation' })
    put('ConsolidatedText', `${itemId} wording 1`, { itemId, number: 1, ...words })
  }
  put('ScreenText', null, { itemId: `${at} item 1`, baseNumber: 1, ...screen() })
  put('Snapshot', `${at} snapshot`, { listId, number: 1, content: {}, textHash: sha256(text) })
  const act = { listId, version: 1, kind: 'moved', before: {}, after: {}, byId: 'head' }
  put('DeskAct', `${at} act`, act)
}
const symbol = { root: 'X', year: 2020, series: 'crp', number: 1, symbol: 'X/2020/CRP.1' }
const dated = { languages: ['en'], originalLanguage: 'en', datedOn: '2020-07-27' }
const document = { ...symbol, ...dated, distribution: 'general', title: 'Paper' }
put('Document', 'document', { ...document, sessionId: 'first', kind: 'paper' })
const second = { number: 2, symbol: 'X/2020/CRP.2', issuedAt: '2020-07-01T08:00:00Z' }
put('Document', 'issued document', { ...document, ...second, sessionId: 'first', kind: 'paper' })
const third = { number: 3, symbol: 'X/2020/CRP.3', withdrawnAt: '2020-07-01T08:00:00Z' }
const ended = { ...third, withdrawnById: 'head', withdrawalReason: 'A slip.' }
put('Document', 'withdrawn document', { ...document, ...ended, sessionId: 'first', kind: 'paper' })
const file = { language: 'en', form: 'pdf', name: 'a.pdf', size: 4, bytes: '\\x25504446' }
const filed = { ...file, hash: sha256('%PDF') }
put('DocumentFile', 'issued file', { ...filed, documentId: 'issued document' })
put('DocumentFile', 'file', { ...filed, documentId: 'document' })
put('Office', 'vice-chair', { kind: 'viceChair', personId: 'head', sessionId: 'running' })
const seat = { title: 'Chair', name: 'Somebody', capacity: 'chair', groupId: 'group' }
if (!rows.some(([, name]) => name === 'bureau member')) put('BureauMember', 'bureau member', seat)
const question = { sessionId: 'first', subject: 'text', title: 'A text', asks: 'To approve it.' }
put('Silence', 'prepared silence', { ...question, roll: 'extendedBureau', number: 1 })
put('Silence', 'silence', { ...question, roll: 'extendedBureau', number: 2 })
const frozen = { language: 'en', text, textHash: sha256(text) }
put('SilenceText', 'silence text', { ...frozen, silenceId: 'silence' })
put('SilenceText', 'prepared text', { ...frozen, silenceId: 'prepared silence' })
put('SilenceAnnex', 'silence annex', { ...filed, silenceId: 'silence' })
put('SilenceAnnex', 'prepared annex', { ...filed, silenceId: 'prepared silence' })
const placed = { position: 1, capacity: 'Chair', bureauMemberId: 'bureau member' }
put('SilenceMember', 'silence member', { ...placed, silenceId: 'silence' })
put('SilenceMember', 'prepared member', { ...placed, silenceId: 'prepared silence' })
const reached = { name: 'Somebody', email: 'somebody@example.org' }
put('SilenceAddress', 'silence address', { ...reached, memberId: 'silence member' })
put('Mail', 'mail', { recipient: 'somebody@example.org', subject: 'S', text })
put('SilenceLetter', 'silence letter', {
  silenceId: 'silence',
  matter: 'opened',
  email: 'somebody@example.org',
  mailId: 'mail',
})
const given = { silenceId: 'silence', reason: 'More time.', givenById: 'head' }
put('SilenceExtension', 'silence extension', {
  ...given,
  givenAt: '2020-04-13T10:00:00Z',
  until: '2020-04-16T10:00:00Z',
})
const heard = { silenceId: 'silence', memberId: 'silence member', enteredById: 'head' }
const broken = { ...heard, receivedAt: '2020-04-13T10:00:00Z', enteredAt: '2020-04-13T10:00:01Z' }
put('SilenceBreak', 'silence break', { ...broken, point: 'Title', reason: 'Too early.' })
const remarked = { ...heard, receivedAt: '2020-04-13T10:00:00Z', kind: 'question', text }
put('SilenceRemark', 'silence remark', remarked)
put('PowersDelegation', 'powers', {
  sessionId: 'running',
  fromPersonId: 'chair',
  toPersonId: 'head',
})
const taken = { proposalId: 'withdrawn', delegationId: 'Belmara first', takenById: 'head' }
put('TakeOver', 'take-over', taken)
put('SecurityEntry', null, { event: 'signIn.failed' })
put('RecordEntry', null, { event: 'proposal.submitted', sessionId: 'first' })
const link = { email: 'head@example.org', expiresAt: '2030-01-01T08:00:00Z' }
put('SignInLink', 'link', { ...link, tokenHash: sha256('token') })
put('RecoveryCode', 'recovery code', { personId: 'head', codeHash: sha256('recovery code') })
const upload = { fileName: 'a.csv', contentHash: sha256('a'), items: [], problems: [], session: {} }
put('ImportDraft', 'import', { ...upload, sessionId: 'first' })

function screen() {
  return { body: {}, text, updatedById: 'head' }
}

/** Outcomes of items of the issued list, which is covered from its issue on. */
export const covered: [string, string | null, Row][] = ['running', 'adopted'].flatMap((at) => {
  const listId = `${at} list`
  const wording = { itemId: `${at} item 1`, wording: 1, delegationId: `Arvenia ${at}` }
  const from = { listId, itemId: 'issued list item 1' }
  const disagreement = { ...from, consolidatedItemId: `${at} item 1`, wording: 1 }
  const list = { consolidatedListId: listId, preliminaryListId: 'issued list' }
  return [
    ['CoveredList', null, list],
    ['Lineage', `${at} lineage`, { ...from, consolidatedItemId: `${at} item 1` }],
    ['Outcome', `${at} outcome`, { ...from, kind: 'adoptedAsIs' }],
    ['ItemStatus', `${at} status`, { listId, itemId: wording.itemId, kind: 'agreed', wording: 1 }],
    ['Objection', `${at} objection`, { ...wording, reason: 'Too strong.' }],
    ['Support', `${at} support`, wording],
    [
      'Disagreement',
      `${at} disagreement`,
      { ...disagreement, delegationId: `Arvenia ${at}`, text, textHash: sha256(text) },
    ],
  ] satisfies [string, string | null, Row][]
})

export const corrected: typeof rows = [
  [
    'ProposedCorrigendum',
    'proposed corrigendum',
    { itemId: 'adopted item 1', ...words, reason: 'A slip.', proposedById: 'head' },
  ],
  [
    'Corrigendum',
    'corrigendum',
    { listId: 'adopted list', itemId: 'adopted item 1', number: 1, ...words, reason: 'A slip.' },
  ],
]

rows.push(...sittingRows, ...reportRows)
