/** Every address of the application, in one place; pages and mails never write one by hand. */

const session = (slug: string) => `/sessions/${slug}`
const proposal = (slug: string, number: number) => `${session(slug)}/proposals/${number}`
const amendments = (slug: string, number: number) => `${proposal(slug, number)}/amendments`
const amendmentDraft = (slug: string, number: number, id: string) =>
  `${amendments(slug, number)}/drafts/${id}`
const circulation = (slug: string, id: string) => `${session(slug)}/circulation/${id}`
const publicCirculation = (slug: string, id: string) => `/public/${slug}/circulation/${id}`
const compilation = (slug: string, id: string) => `${circulation(slug, id)}/compilation`
const draft = (slug: string, id: string) => `${session(slug)}/drafts/${id}`
/** A symbol in an address: see lib/documents/symbols/symbol.ts. */
const inAddress = (symbol: string) => symbol.replaceAll('/', '_')
const document = (slug: string, symbol: string) => `${session(slug)}/documents/${inAddress(symbol)}`
const publicDocument = (slug: string, symbol: string) =>
  `/public/${slug}/documents/${inAddress(symbol)}`

export const paths = {
  home: '/',
  signIn: (returnTo?: string) =>
    returnTo && returnTo !== '/' ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : '/sign-in',
  signInLink: (token: string) => `/sign-in/link?token=${encodeURIComponent(token)}`,
  signInCode: (returnTo = '/') =>
    returnTo.startsWith('/sign-in/code?')
      ? returnTo
      : `/sign-in/code?returnTo=${encodeURIComponent(returnTo)}`,
  secondFactor: '/account/second-factor',
  /** The sign-in page with the key of a refusal; another way in leads on to `returnTo`. */
  signInRefused: (error: string, returnTo: string) =>
    `/sign-in?error=${encodeURIComponent(error)}&returnTo=${encodeURIComponent(returnTo)}`,
  /** The address at which next-auth takes a proof (POST). */
  prove: (way: 'password' | 'link') => `/api/auth/callback/${way}`,
  /** The address at which next-auth redirects to the OpenID Connect provider (POST). */
  authorize: '/api/auth/signin/oidc',
  /** The address at which next-auth sets the cookie of its forms; it redirects to the sign-in page with `callbackUrl`. */
  setCsrfCookie: (returnTo: string) =>
    `/api/auth/signin?callbackUrl=${encodeURIComponent(returnTo)}`,
  singleSignOnPage: '/sign-in/single-sign-on',
  singleSignOn: (returnTo: string) =>
    `/sign-in/single-sign-on?returnTo=${encodeURIComponent(returnTo)}`,
  account: '/account',
  accounts: '/accounts',
  accountOf: (personId: string) => `/accounts/${personId}`,
  security: '/security',
  securityOf: (personId: string) => `/security?person=${personId}`,
  /** The number of the desk's rows, live; and the follows of the person. */
  deskStream: '/desk/stream',
  following: '/following',
  mail: '/mail',
  mailPage: (page: number) => `/mail?page=${page}`,
  imports: '/imports',
  importSession: '/sessions/file',
  importUpload: '/imports/upload',
  import: (id: string) => `/imports/${id}`,
  sessions: '/sessions',
  newSession: '/sessions/new',
  setUp: '/set-up',
  groups: '/groups',
  group: (id: string) => `/groups/${id}`,
  workplan: (id: string) => `/groups/${id}/workplan`,
  session,
  editSession: (slug: string) => `${session(slug)}/edit`,
  agenda: (slug: string) => `${session(slug)}/agenda`,
  periods: (slug: string) => `${session(slug)}/periods`,
  /** The periods by the database's clock, as JSON. */
  periodClock: (slug: string) => `${session(slug)}/periods/clock`,
  report: (slug: string) => `${session(slug)}/report`,
  reportFile: (slug: string, format: string) => `${session(slug)}/report/file?format=${format}`,
  /** Writes a paragraph at the end of a section, or another wording of a paragraph. */
  writeReport: (slug: string, section: string, language = '') =>
    `${session(slug)}/report/writing?section=${encodeURIComponent(section)}${language && `&language=${language}`}`,
  reviseReport: (slug: string, paragraph: string, language = '') =>
    `${session(slug)}/report/writing?paragraph=${paragraph}${language && `&language=${language}`}`,
  correctReport: (slug: string, key?: string) =>
    `${session(slug)}/report/corrigenda${key ? `?at=${encodeURIComponent(key)}` : ''}`,
  adoptReport: (slug: string, key?: string) =>
    `${session(slug)}/report/adoption${key ? `?at=${encodeURIComponent(key)}#ruling` : ''}`,
  officers: (slug: string) => `${session(slug)}/officers`,
  bureau: (slug: string) => `${session(slug)}/bureau`,
  steps: (slug: string) => `${session(slug)}/steps`,
  meetings: (slug: string) => `${session(slug)}/meetings`,
  meeting: (slug: string, number: number) => `${session(slug)}/meetings/${number}`,
  panellists: (slug: string) => `${session(slug)}/panellists`,
  attendance: (slug: string) => `${session(slug)}/attendance`,
  /** The attendance of meetings, for the Secretariat: all columns, or one (a meeting's id, "session"). */
  attendanceEntry: (slug: string, column = '') =>
    `${session(slug)}/attendance/entry${column && `?column=${column}`}`,
  participants: (slug: string) => `${session(slug)}/participants`,
  /** The names of a delegation as accredited. */
  accredited: (slug: string, delegationId: string) =>
    `${session(slug)}/participants/${delegationId}`,
  /** The list of participants as it would be issued now. */
  participantsFile: (slug: string, format: string) =>
    `${session(slug)}/participants/export?format=${format}`,
  speakers: (slug: string) => `${session(slug)}/speakers`,
  speakersOn: (slug: string, item: string) => `${session(slug)}/speakers/${item}`,
  speakersStream: (slug: string, item: string) => `${session(slug)}/speakers/${item}/stream`,
  delegations: (slug: string) => `${session(slug)}/delegations`,
  delegation: (slug: string, id: string) => `${session(slug)}/delegations/${id}`,
  registerMany: (slug: string) => `${session(slug)}/delegations/import`,
  proposals: (slug: string) => `${session(slug)}/proposals`,
  /** The members of a group for which something was submitted, and the acts of dissociation. */
  onBehalf: (slug: string, id: string) => `${session(slug)}/on-behalf/${id}`,
  dissociate: (slug: string, id: string) => `${session(slug)}/on-behalf/${id}/dissociate`,
  proposal,
  receipt: (slug: string, number: number, revision: number) =>
    `${proposal(slug, number)}/receipts/${revision}`,
  joining: (slug: string, number: number, amendment?: number) =>
    `${proposal(slug, number)}/joining${amendment ? `?suggestion=${amendment}` : ''}`,
  checkJoining: (slug: string, number: number) => `${proposal(slug, number)}/joining/check`,
  joiningStream: (slug: string, number: number) => `${proposal(slug, number)}/joining/stream`,
  whoseWords: (slug: string, number: number, revision: number) =>
    `${proposal(slug, number)}/words?revision=${revision}`,
  /** A revision as a Word document; `against` an earlier one, or with the active amendments, as tracked changes. */
  revisionFile: (slug: string, number: number, revision: number, against?: number | 'amendments') =>
    `${proposal(slug, number)}/export?revision=${revision}${against === undefined ? '' : `&against=${against}`}`,
  revisionPdf: (slug: string, number: number, revision: number) =>
    `${proposal(slug, number)}/export?revision=${revision}&format=pdf`,
  proposalHistory: (slug: string, number: number) => `${proposal(slug, number)}/history`,
  comments: (slug: string, number: number) => `${proposal(slug, number)}#comments`,
  writeComment: (slug: string, number: number) => `${proposal(slug, number)}?write#write`,
  /** The page that asks before a co-sponsorship begins, is confirmed or ends. */
  coSponsorship: (slug: string, number: number, act: 'join' | 'leave') =>
    `${proposal(slug, number)}/co-sponsor${act === 'leave' ? '?leave' : ''}`,
  /** The proposal with the message that an act is done. */
  proposalAfter: (slug: string, number: number, act: string) =>
    `${proposal(slug, number)}?done=${act}`,
  withdraw: (slug: string, number: number) => `${proposal(slug, number)}/withdraw`,
  takeOver: (slug: string, number: number) => `${proposal(slug, number)}/take-over`,
  compare: (slug: string, number: number, from: number, to: number) =>
    `${proposal(slug, number)}/compare?from=${from}&to=${to}`,
  amendments,
  /** The text with all versions in brackets, and the same as a Word document. */
  negotiation: (slug: string, number: number, query = '') =>
    `${proposal(slug, number)}/negotiation${query}`,
  negotiationFile: (slug: string, number: number, query = '') =>
    `${proposal(slug, number)}/negotiation/export${query}`,
  amendment: (slug: string, number: number, amendment: number) =>
    `${amendments(slug, number)}/${amendment}`,
  withdrawAmendment: (slug: string, number: number, amendment: number) =>
    `${amendments(slug, number)}/${amendment}/withdraw`,
  amendmentDraft,
  checkAmendmentDraft: (slug: string, number: number, id: string) =>
    `${amendmentDraft(slug, number, id)}/check`,
  comment: (slug: string, number: number, commentId: string) =>
    `${proposal(slug, number)}#comment-${commentId}`,
  /** The form of a comment that the delegation has not released. */
  commentDraft: (slug: string, number: number, draftId: string) =>
    `${proposal(slug, number)}?draft=${draftId}#write`,
  commentsStream: (slug: string, number: number) => `${proposal(slug, number)}/comments/stream`,
  /** The circulations of a session, and the acts of the Secretariat on one. */
  circulations: (slug: string) => `${session(slug)}/circulation`,
  newCirculation: (slug: string) => `${session(slug)}/circulation/new`,
  manageCirculation: (slug: string, id: string) => `${circulation(slug, id)}/manage`,
  checkCirculation: (slug: string, id: string) => `${circulation(slug, id)}/manage/open`,
  addressees: (slug: string, id: string, query = '') =>
    `${circulation(slug, id)}/addressees${query}`,
  addresseesFile: (slug: string, id: string) => `${circulation(slug, id)}/addressees/export`,
  circulationComments: (slug: string, id: string, item = '') =>
    `${circulation(slug, id)}${item && `?item=${item}`}`,
  /** The form of a comment in hand, on its target. */
  circulationDraft: (slug: string, id: string, draftId: string) =>
    `${circulation(slug, id)}?draft=${draftId}#write`,
  circulationInHand: (slug: string, id: string) => `${circulation(slug, id)}/in-hand`,
  circulationSupport: (slug: string, id: string) => `${circulation(slug, id)}/support`,
  circulationLate: (slug: string, id: string) => `${circulation(slug, id)}/late`,
  circulationReceipt: (slug: string, id: string, release: string) =>
    `${circulation(slug, id)}/receipts/${release}`,
  papers: (slug: string, id: string) => `${circulation(slug, id)}/papers`,
  paper: (slug: string, id: string, paperId: string, query = '') =>
    `${circulation(slug, id)}/papers/${paperId}${query}`,
  paperFile: (slug: string, id: string, paperId: string) =>
    `${circulation(slug, id)}/papers/${paperId}/file`,
  commentForm: (slug: string, id: string, delegationId: string, format: 'docx' | 'xlsx') =>
    `${circulation(slug, id)}/papers/form?delegation=${delegationId}&format=${format}`,
  /** One released comment, with the acts of its delegation or the Secretariat. */
  circulationComment: (slug: string, id: string, commentId: string) =>
    `${circulation(slug, id)}/comments/${commentId}`,
  saveCirculationDraft: (slug: string, id: string, draftId: string) =>
    `${circulation(slug, id)}/drafts/${draftId}/save`,
  drafts: (slug: string) => `${session(slug)}/drafts`,
  draft,
  draftStream: (slug: string, id: string) => `${draft(slug, id)}/stream`,
  draftStates: (slug: string, id: string) => `${draft(slug, id)}/earlier`,
  draftState: (slug: string, id: string, version: number) =>
    `${draft(slug, id)}/earlier/${version}`,
  checkDraft: (slug: string, id: string) => `${draft(slug, id)}/check`,
  list: (slug: string) => `${session(slug)}/list`,
  checkIssue: (slug: string) => `${session(slug)}/list/issue`,
  printedList: (slug: string) => `${session(slug)}/list/print`,
  listExport: (slug: string, format: string) => `${session(slug)}/list/export?format=${format}`,
  documents: (slug: string) => `${session(slug)}/documents`,
  registerDocument: (slug: string) => `${session(slug)}/documents/new`,
  document,
  /** The address to which a file of a document is sent (POST). */
  documentFile: (slug: string, symbol: string, language: string, form: string) =>
    `${document(slug, symbol)}/${language}.${form}`,
  /** All comments of a circulation, on one item, and one of them; `query` as lib/circulation/compilation/filter.ts. */
  compilation: (slug: string, circulation: string, query = '') =>
    `${compilation(slug, circulation)}${query}`,
  compiledItem: (slug: string, circulation: string, item: string) =>
    `${compilation(slug, circulation)}/items/${item}`,
  compiledComment: (slug: string, circulation: string, comment: string) =>
    `${compilation(slug, circulation)}/comments/${comment}`,
  compilationFile: (slug: string, circulation: string, format: string) =>
    `${compilation(slug, circulation)}/export?format=${format}`,
  silences: (slug: string) => `${session(slug)}/silence`,
  newSilence: (slug: string, former?: string) =>
    `${session(slug)}/silence/new${former ? `?former=${former}` : ''}`,
  silence: (slug: string, number: number) => `${session(slug)}/silence/${number}`,
  /** The address to which annexes and entered breaks with their scan are sent (POST). */
  silenceStream: (slug: string, number: number) => `${session(slug)}/silence/${number}/stream`,
  silenceAnnex: (key: string, id: string) => `/silence-annexes/${key}/${id}`,
  silenceFile: (slug: string, number: number, id: string) =>
    `${session(slug)}/silence/${number}/files/${id}`,
  record: (slug: string) => `${session(slug)}/record`,
  consolidation: (slug: string) => `${session(slug)}/consolidation`,
  checkAdoption: (slug: string) => `${session(slug)}/consolidation/adopt`,
  coveredLists: (slug: string) => `${session(slug)}/consolidation/lists`,
  consolidatedItem: (slug: string, id: string) => `${session(slug)}/consolidation/${id}`,
  makeItem: (slug: string, itemIds: readonly string[]) =>
    `${session(slug)}/consolidation/make?items=${itemIds.join(',')}`,
  similarItems: (slug: string, itemId: string) =>
    `${session(slug)}/consolidation/similar/${itemId}`,
  /** The sets of items that look alike, over the whole list. */
  similarSets: (slug: string) => `${session(slug)}/consolidation/sets`,
  /** The desk's requests in place: all items that match its search, and the sources of an item. */
  matchingItems: (slug: string) => `${session(slug)}/consolidation/matching`,
  wordingBasis: (slug: string) => `${session(slug)}/consolidation/wording`,
  setAside: (slug: string, itemIds: readonly string[]) =>
    `${session(slug)}/consolidation/aside?items=${itemIds.join(',')}`,
  consolidatedFile: (slug: string, query = '') => `${session(slug)}/consolidation/export${query}`,
  consolidationStream: (slug: string) => `${session(slug)}/consolidation/stream`,
  itemStream: (slug: string, item: string) => `${session(slug)}/consolidation/${item}/stream`,
  console: (slug: string) => `${session(slug)}/console`,
  consoleStream: (slug: string) => `${session(slug)}/console/stream`,
  typing: (slug: string) => `${session(slug)}/console/typing`,
  screen: (slug: string) => `${session(slug)}/screen`,
  projector: (slug: string) => `${session(slug)}/screen/projector`,
  screenStream: (slug: string) => `${session(slug)}/screen/stream`,
  ours: (slug: string) => `${session(slug)}/ours`,
  lineage: (slug: string) => `${session(slug)}/lineage`,
  snapshots: (slug: string) => `${session(slug)}/snapshots`,
  snapshot: (slug: string, number: number) => `${session(slug)}/snapshots/${number}`,
  snapshotAgainst: (slug: string, number: number, earlier: number) =>
    `${session(slug)}/snapshots/${number}?against=${earlier}`,
  /** Everything visible to the reader, searched for these words. */
  search: (words = '') => (words ? `/search?words=${encodeURIComponent(words)}` : '/search'),
  /** The first results, for the command menu. */
  searchHits: (words: string) => `/search/hits?words=${encodeURIComponent(words)}`,
  help: '/help',
  glossary: '/help/glossary',
  contact: '/help#contact',
  keyboard: '/help#keyboard',
  appearance: '/account#appearance',
  publicHome: '/public',
  publicConsolidated: (slug: string, query = '') => `/public/${slug}/consolidated${query}`,
  publicLineage: (slug: string) => `/public/${slug}/lineage`,
  publicSnapshots: (slug: string) => `/public/${slug}/snapshots`,
  publicSnapshot: (slug: string, number: number, query = '') =>
    `/public/${slug}/snapshots/${number}${query}`,
  publicDocuments: (slug: string) => `/public/${slug}/documents`,
  publicDocument,
  publicDocumentFile: (slug: string, symbol: string, language: string, form: string) =>
    `${publicDocument(slug, symbol)}/${language}.${form}`,
  publicParticipants: (slug: string, number: number, format = '') =>
    `/public/${slug}/participants/${number}${format && `?format=${format}`}`,
  publicReport: (slug: string, format = '') =>
    `/public/${slug}/report${format && `?format=${format}`}`,
  publicList: (slug: string) => `/public/${slug}/list`,
  publicCirculation,
  publicCirculationItem: (slug: string, id: string, itemId: string) =>
    `${publicCirculation(slug, id)}/items/${itemId}`,
  publicCirculationGeneral: (slug: string, id: string) => `${publicCirculation(slug, id)}/general`,
  publicCirculationEntity: (slug: string, id: string, delegationId: string) =>
    `${publicCirculation(slug, id)}/entities/${delegationId}`,
  publicCirculationFeed: (slug: string, id: string) => `${publicCirculation(slug, id)}/feed`,
  publicCirculationJson: (slug: string, id: string) => `${publicCirculation(slug, id)}/json`,
  /** The page at which a stakeholder asks to take part, and the target of the link in the letter. */
  takePart: (slug: string, id: string) => `${publicCirculation(slug, id)}/take-part`,
  proveAddress: (slug: string, id: string, token: string) =>
    `${publicCirculation(slug, id)}/take-part/proof?token=${encodeURIComponent(token)}`,
  circulationRequests: (slug: string, id: string) => `${circulation(slug, id)}/requests`,
  /** Redirects to the place of a posted comment. */
  publicCirculationComment: (slug: string, commentId: string) =>
    `/public/${slug}/circulation/comments/${commentId}`,
} as const

/** A return address within this site, or '/': never another host, never a protocol. */
export function safeReturn(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.length > 512) return '/'
  const base = 'http://stocktake.invalid'
  const url = URL.canParse(value, base) ? new URL(value, base) : null
  if (!url || url.origin !== base || /[\\\s]/.test(value)) return '/'
  // "/.//host" resolves to a path that a browser would read as another host.
  if (url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
