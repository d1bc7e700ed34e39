import { inspect } from 'node:util'
import { beforeAll, expect, it, vi } from 'vitest'
import { type Actor, type SignedIn, visitor } from '@/lib/delegations/actor'
import { listDeskCirculations } from '@/lib/desk/circulation/queries'
import { listDeskDrafts } from '@/lib/desk/draft-queries'
import { listFront } from '@/lib/desk/front-queries'
import { listDeskReplies, listDeskResponses } from '@/lib/desk/response-queries'
import { indexBatch } from '@/lib/search/indexing'
import { listWaitingSilences } from '@/lib/silence/waiting'
import { deskOf, figuresIn } from '@/tests/support/secret-figures'
import { secretReaders, wordsIn } from '@/tests/support/secret-readers'
import { type Secrets, secrets } from '@/tests/support/secrets'

let of: Secrets
let elsewhere: Secrets
beforeAll(async () => {
  of = await secrets()
  elsewhere = await secrets('Zx')
  while (await indexBatch());
})

/** The head and an adviser of Belmara, whose things these are, the author of the proposal, others, and who has a seat in another session. */
const people = (): Record<string, Actor> => ({
  head: of.cast.belmara.head,
  adviser: of.cast.belmara.adviser,
  author: of.cast.arvenia.head,
  another: of.cast.corvina.head,
  observer: of.cast.lumeria.head,
  Secretariat: of.cast.secretariat,
  Rapporteur: of.cast.rapporteur,
  Chair: of.cast.chair,
  guest: elsewhere.cast.corvina.head,
  outsider: of.cast.outsider,
  visitor,
})

const OWN = 'head adviser'
const OFFICES = 'Secretariat Rapporteur Chair'
const PARTICIPANTS = `${OWN} author another observer ${OFFICES}`
/** With those who have a seat in another session. */
const GROUP = `${PARTICIPANTS} guest`
const EVERYBODY = `${GROUP} outsider visitor`
const COMPILED = 'listComments listItemComments getCompiledComment compilationFile'

const within = (circulation: 'open' | 'past' | 'planned', readers: string): string =>
  readers
    .split(' ')
    .map((reader) => `${circulation}.${reader}`)
    .join(' ')

/** By word: its readers, and the people to whom they show it; all other readers show it to nobody. */
const SHOWN: [word: string, to: string, readers: string][] = [
  ['draft', OWN, 'listDrafts getDraft listDeskDrafts getInbox'],
  ['discarded', OWN, 'listDiscardedDrafts'],
  ['state', OWN, 'getDraftState'],
  ['note', OWN, 'listDraftNotes'],
  ['revising', OWN, 'listDrafts'],
  ['author', 'author', 'listDrafts listDeskDrafts getInbox'],
  ['proposed', GROUP, 'listProposals'],
  ['amendment', OWN, 'listAmendmentDrafts getAmendmentDraft listDeskDrafts getInbox'],
  ['amendmentelsewhere', OWN, 'listDeskDrafts getInbox'],
  ['amendmentaside', OWN, 'listDiscardedAmendmentDrafts'],
  ['amendmentreleased', GROUP, 'listAmendments'],
  ['amendmentreleased', 'author', 'listActiveAmendments'],
  ['joining', 'author', 'findJoining'],
  ['heading', OFFICES, 'getList listRecord'],
  ['comment', OWN, 'getDiscussedProposal listDeskDrafts getInbox'],
  ['commentelsewhere', OWN, 'listDeskDrafts getInbox'],
  ['commentaside', OWN, 'getDiscussedProposal'],
  ['commentreleased', GROUP, 'getDiscussedProposal search'],
  ['inhand', OWN, 'open.listOwnDrafts open.getForm'],
  ['aside', OWN, 'open.listOwnDrafts'],
  ['paper', OWN, within('open', 'getPaperRoom getPaper getPaperFile')],
  ['noted', `${OWN} Secretariat`, within('open', 'getPaperRoom getPaper getPaperFile')],
  ['unposted', OWN, 'open.listOwnReleased listOwnComments'],
  ['unposted', `${OWN} Secretariat`, 'open.getForm'],
  [
    'unposted',
    `${OWN} ${OFFICES}`,
    within('open', `${COMPILED} getReleased getReceipt listCommentsOn`),
  ],
  ['replaced', OWN, 'open.listOwnReleased listOwnComments'],
  ['replaced', `${OWN} ${OFFICES}`, within('open', `${COMPILED} getReleased getReceipt`)],
  ['withdrawn', OWN, 'listOwnComments'],
  ['withdrawn', `${OWN} ${OFFICES}`, within('open', COMPILED)],
  ['response', OWN, 'listOwnComments'],
  ['response', `${OWN} ${OFFICES}`, within('open', `${COMPILED} listCommentsOn`)],
  ['corvina', 'another', 'open.listOwnReleased listOwnComments'],
  [
    'corvina',
    `another ${OFFICES}`,
    within('open', `${COMPILED} getReleased getReceipt listCommentsOn`),
  ],
  [
    'making',
    'Secretariat Rapporteur',
    within('open', 'listComments listItemComments getCompiledComment'),
  ],
  ['proved', 'Secretariat', 'open.listRequests mail'],
  ['late', OWN, 'past.listOwnDrafts'],
  ['late', 'Secretariat', 'past.listLate'],
  ['refused', OWN, 'past.listOwnDrafts'],
  ['unsent', OWN, 'past.listOwnDrafts past.getForm'],
  ['earlier', OWN, 'past.listOwnReleased listOwnComments'],
  ['earlier', `${OWN} ${OFFICES}`, within('past', `${COMPILED} getReleased getReceipt`)],
  ['gone', OWN, 'listOwnComments'],
  ['gone', `${OWN} ${OFFICES}`, within('past', COMPILED)],
  ['posted', OWN, 'past.listOwnReleased listOwnComments'],
  ['posted', `${OWN} Secretariat`, 'past.getForm'],
  ['posted', `${OWN} ${OFFICES}`, 'past.getReceipt'],
  ['posted', PARTICIPANTS, within('past', `${COMPILED} listCommentsOn`)],
  ['posted', GROUP, 'past.getReleased'],
  ['posted', EVERYBODY, 'past.posted search'],
  ['planned', 'Secretariat', within('planned', 'getPreparedCirculation listCirculations')],
  ['prepared', 'Secretariat Chair', 'listSilences getSilence'],
  ['asked', 'head author Secretariat Chair', 'listSilences getSilence'],
  ['asked', 'head author Chair', 'getInbox mail'],
  ['registered', 'Secretariat', 'listDocuments getDocument getFile'],
  ['taken', 'Secretariat', 'listDocuments getDocument getFile'],
  ['restricted', GROUP, 'listDocuments getDocument getFile search'],
  ['restricted', OFFICES, 'getReport'],
  ['report', OFFICES, 'getReport'],
]

/** The people to whom each reader shows each word, as lines. */
async function readAll(from: Secrets, mark: string): Promise<string[]> {
  const shown: string[] = []
  for (const [name, actor] of Object.entries(people()))
    for (const [reader, reads] of Object.entries(secretReaders(from))) {
      const answer = await (async () => reads(actor))().catch((error: unknown) => error)
      for (const word of wordsIn(answer, mark)) shown.push(`${word}: ${reader} to ${name}`)
    }
  return shown.toSorted()
}

it('every reader shows each unreleased thing to its own people alone, and no line of the log has it', async () => {
  const lines: unknown[] = []
  for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, kind).mockImplementation((...said: unknown[]) => lines.push(said))
  const shown = await readAll(of, 'Zy')
  vi.restoreAllMocks()
  const allowed = SHOWN.flatMap(([word, to, readers]) =>
    readers
      .split(' ')
      .flatMap((reader) => to.split(' ').map((name) => `${word}: ${reader} to ${name}`)),
  )
  expect(shown).toEqual(allowed.toSorted())
  expect(wordsIn(inspect(lines, { depth: 20 }))).toEqual([])
})

it('nothing of another session is read under the address of this one', async () => {
  const shown = await readAll({ ...elsewhere, cast: of.cast }, 'Zx')
  // Those who take part in one session read all proposals of the group, and a letter is its recipient's.
  expect(shown.filter((line) => !/: (listAmendments|mail) to /.test(line))).toEqual([])
})

it('the front page counts what everybody may read', async () => {
  const front = (await listFront()).find(({ slug }) => slug === of.cast.session.slug)
  expect(front).toMatchObject({ items: null, adoptedItems: null, documents: 0, report: null })
  expect(front!.posted.map(({ id }) => id)).toEqual([of.past.id])
})

const NONE = {
  inHand: 0,
  released: 0,
  receipts: 0,
  comments: 0,
  answered: 0,
  listed: 0,
  beside: 0,
}
/** The comment that counts, and the retracted one. */
const POSTED = { ...NONE, comments: 1, listed: 2, beside: 1, papers: [] }
const REFUSED = {
  inHand: null,
  released: null,
  receipts: null,
  papers: null,
  comments: null,
  answered: null,
  listed: null,
  beside: null,
}
const OWN_OPEN = {
  inHand: 1,
  released: 1,
  receipts: 3,
  papers: [1, 1],
  comments: 1,
  answered: 1,
  listed: 3,
  beside: 1,
}
const OWN_PAST = { ...POSTED, listed: 4, inHand: 2, released: 1, receipts: 4 }
const ALL_PAST = { ...POSTED, listed: 4 }
const ALL_OPEN = { ...NONE, listed: 4, comments: 2, answered: 1, beside: 2 }

it.each([
  ['head', OWN_OPEN, OWN_PAST],
  ['adviser', OWN_OPEN, OWN_PAST],
  ['author', { ...NONE, papers: [] }, POSTED],
  ['another', { ...POSTED, listed: 1, released: 1, receipts: 1 }, POSTED],
  ['observer', { ...NONE, papers: [] }, POSTED],
  ['Secretariat', { ...ALL_OPEN, papers: [1] }, ALL_PAST],
  ['Rapporteur', { ...ALL_OPEN, papers: null }, { ...ALL_PAST, papers: null }],
  ['Chair', { ...ALL_OPEN, papers: null }, { ...ALL_PAST, papers: null }],
  ['outsider', REFUSED, REFUSED],
  ['visitor', REFUSED, REFUSED],
])('what the %s counts is what they may read', async (name, open, past) => {
  const actor = people()[name]!
  expect(await figuresIn(of, actor, of.open)).toEqual(open)
  expect(await figuresIn(of, actor, of.past)).toEqual(past)
})

it.each(['head', 'author', 'another', 'observer', 'Rapporteur', 'Chair', 'outsider'])(
  'the desk of the %s asks for the matters of their own session alone',
  async (name) => {
    const actor = people()[name] as SignedIn
    const delegations = actor.memberships.map(({ delegationId }) => delegationId)
    const now = new Date()
    const matters = await Promise.all([
      listDeskDrafts(delegations),
      listDeskResponses(actor),
      listDeskReplies(delegations),
      listDeskCirculations(actor, now),
      listWaitingSilences(actor, now),
    ])
    const sessions = new Set(matters.flat().map(({ sessionId }) => sessionId))
    expect([...sessions]).toEqual(name === 'outsider' ? [] : [of.cast.session.id])
  },
)

it.each([
  [
    'head',
    'circulationUnsent 1, finish, readCirculated 4, release, release, release, release, ' +
      'releaseCirculated 1, replyToResponses 1, underSilence, waitDecision',
  ],
  [
    'adviser',
    'readCirculated 4, waitCirculated 1, waitDecision, ' +
      'waitRelease, waitRelease, waitRelease, waitRelease, waitRelease',
  ],
  ['author', 'comment 0, decideChanges 1, finish, newComments 1, readCirculated 4, underSilence'],
  ['another', 'comment 0, propose 0, readCirculated 4'],
  ['observer', 'comment 0, readCirculated 4'],
  [
    'Secretariat',
    'answerComments 1, answerComments 1, decideLate 1, decideRequests 1, finishPapers 1, ' +
      'makeMeetings 0, watchComments 0, watchSubmission 0',
  ],
  ['Rapporteur', 'answerComments 1, answerComments 1, placeProposals 2'],
  ['Chair', 'underSilence'],
  ['outsider', ''],
])('the desk of the %s tells of their own matters alone', async (name, rows) => {
  expect((await deskOf(of, people()[name]!)).join(', ')).toBe(rows)
})
