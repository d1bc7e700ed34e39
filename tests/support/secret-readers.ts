import { inspect } from 'node:util'
import {
  getAmendmentDraft,
  listAmendmentDrafts,
  listDiscardedAmendmentDrafts,
} from '@/lib/amendments/drafts/queries'
import { findJoining, listActiveAmendments } from '@/lib/amendments/joining/queries'
import { listAmendments } from '@/lib/amendments/queries'
import { listLate } from '@/lib/circulation/comments/late/queries'
import {
  getReleased,
  listOwnDrafts,
  listOwnReleased,
} from '@/lib/circulation/comments/reading/own-queries'
import { getCirculation, listContents } from '@/lib/circulation/comments/reading/queries'
import { getReceipt, listReceipts } from '@/lib/circulation/comments/reading/receipts'
import { readFilter } from '@/lib/circulation/compilation/filter'
import { compilationFile } from '@/lib/circulation/compilation/files/write'
import { countCommentsOn, listCommentsOn } from '@/lib/circulation/compilation/queries/beside'
import { getCompiledComment } from '@/lib/circulation/compilation/queries/one-comment'
import { listOwnComments } from '@/lib/circulation/compilation/queries/own'
import {
  getCompiledCirculation,
  getOverview,
  listComments,
  listCompilations,
  listItemComments,
  readWholeCirculation,
} from '@/lib/circulation/compilation/queries/overview'
import { getForm } from '@/lib/circulation/forms/queries'
import { getPaper, getPaperFile, getPaperRoom } from '@/lib/circulation/papers/queries'
import {
  entityFile,
  feedFile,
  itemFile,
  jsonOf,
  overviewFile,
} from '@/lib/circulation/posting/files'
import { getPosted, listLatestPosted, listPosted } from '@/lib/circulation/posting/queries'
import { getPreparedCirculation, listCirculations } from '@/lib/circulation/queries'
import { getPublicCall, listPublicCalls, listRequests } from '@/lib/circulation/requests/queries'
import { getDiscussedProposal } from '@/lib/comments/queries'
import { db } from '@/lib/db/client'
import { type Actor, isSignedIn, type SignedIn } from '@/lib/delegations/actor'
import { listDeskDrafts } from '@/lib/desk/draft-queries'
import { listFront } from '@/lib/desk/front-queries'
import { getInbox } from '@/lib/desk/queries'
import { publicDocuments } from '@/lib/documents/public'
import { getDocument, getFile, listDocuments } from '@/lib/documents/queries'
import {
  getDraftState,
  listDiscardedDrafts,
  listDraftNotes,
  listDraftStates,
} from '@/lib/proposals/drafts/care-queries'
import { getDraft, listDrafts } from '@/lib/proposals/drafts/queries'
import { findIssuedList, getList } from '@/lib/proposals/preliminary-list/queries'
import { ProposalFilter } from '@/lib/proposals/search/filter'
import { listProposals } from '@/lib/proposals/search/queries'
import { getReport } from '@/lib/report/queries'
import { SearchFilter } from '@/lib/search/filter'
import { search } from '@/lib/search/queries'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { getSilence, listSilences } from '@/lib/silence/queries'
import type { Secrets } from './secrets'

type Readers = Record<string, (actor: Actor) => Promise<unknown>>

/** What each reader answers a person about the things of `secrets()`; those in a circulation have its name before theirs. */
export const secretReaders = (of: Secrets): Readers => ({
  ...proposalReaders(of),
  ...named('open', circulationReaders(of, of.open, of.inOpen)),
  ...named('past', circulationReaders(of, of.past, of.inPast)),
  ...named('planned', plannedReaders(of)),
  ...sessionReaders(of),
})

const named = (name: string, readers: Readers): Readers =>
  Object.fromEntries(Object.entries(readers).map(([reader, reads]) => [`${name}.${reader}`, reads]))

function proposalReaders({ cast: { session }, proposal: of }: Secrets): Readers {
  const { id, draft, amendment, discarded, authorDelegationId } = of
  const proposal = { id, sessionId: session.id, authorDelegationId }
  return {
    listDrafts: (actor) => listDrafts(actor, session),
    getDraft: (actor) => all([draft, discarded].map((one) => getDraft(actor, session, one))),
    listDiscardedDrafts: (actor) => listDiscardedDrafts(actor, session),
    getDraftState: async (actor) => {
      const states = await listDraftStates(actor, session, draft)
      return all(
        [1, 2, 3].map((version) => getDraftState(actor, session, draft, `${version}`)),
      ).then((whole) => [states, whole])
    },
    listDraftNotes: (actor) => listDraftNotes(actor, session, draft),
    listAmendmentDrafts: (actor) => listAmendmentDrafts(actor, proposal),
    getAmendmentDraft: (actor) =>
      all(amendment.map((one) => getAmendmentDraft(actor, proposal, one))),
    listDiscardedAmendmentDrafts: (actor) => listDiscardedAmendmentDrafts(actor, proposal),
    listAmendments: (actor) => listAmendments(actor, id),
    findJoining: (actor) => findJoining(actor, proposal),
    listActiveAmendments: (actor) => listActiveAmendments(actor, proposal),
    getList: (actor) => getList(actor, session),
    findIssuedList: () => findIssuedList(session.slug),
    getDiscussedProposal: (actor) => getDiscussedProposal(actor, session, 1),
    listProposals: (actor) => listProposals(actor, session, ProposalFilter.parse({})),
    listDeskDrafts: (actor) =>
      listDeskDrafts(isSignedIn(actor) ? actor.memberships.map((place) => place.delegationId) : []),
  }
}

type Sent = Secrets['open']

function circulationReaders(
  { cast }: Secrets,
  sent: Sent,
  { comments, papers = [] }: { comments: readonly string[]; papers?: readonly string[] },
): Readers {
  const { session } = cast
  const { id } = sent
  const circulation = (actor: Actor) => getCirculation(actor, session, id)
  const compiled = (actor: Actor) => getCompiledCirculation(actor, session, id)
  return {
    listContents: async (actor) => listContents(await circulation(actor)),
    listOwnDrafts: async (actor) => listOwnDrafts(await circulation(actor)),
    listOwnReleased: async (actor) => listOwnReleased(await circulation(actor)),
    listReceipts: async (actor) => listReceipts(await circulation(actor)),
    getReleased: async (actor) => {
      const view = await circulation(actor)
      return all(comments.map((one) => getReleased(actor, view, one)))
    },
    getReceipt: async (actor) => {
      const view = await circulation(actor)
      const releases = await db.circulationRelease.findMany({ select: { id: true } })
      return all(releases.map((release) => getReceipt(actor, view, release.id)))
    },
    listLate: async (actor) => listLate(actor, await circulation(actor)),
    getPaperRoom: (actor) => getPaperRoom(actor, session.id, id),
    getForm: (actor) => getForm(actor, id, cast.belmara.id),
    getPaper: (actor) => all(papers.map((paper) => getPaper(actor, session.id, paper))),
    getPaperFile: (actor) =>
      all(
        papers.map(async (paper) =>
          Buffer.from((await getPaperFile(actor, session.id, paper)).body).toString(),
        ),
      ),
    listRequests: async (actor) =>
      listRequests(actor, await getPreparedCirculation(actor, session, id)),
    getOverview: async (actor) => getOverview(await compiled(actor)),
    listComments: async (actor) =>
      listComments(actor as SignedIn, await compiled(actor), readFilter({}), 1),
    listItemComments: async (actor) => {
      const view = await compiled(actor)
      return all(sent.items.map((item) => listItemComments(actor, view, item)))
    },
    getCompiledComment: async (actor) => {
      const view = await compiled(actor)
      return all(comments.map((one) => getCompiledComment(actor as SignedIn, view, one)))
    },
    listCommentsOn: (actor) => listCommentsOn(actor, session, sent.items),
    countCommentsOn: (actor) => countCommentsOn(actor, session, sent.items),
    compilationFile: async (actor) => {
      const view = await compiled(actor)
      return all(
        (['csv', 'html', 'json'] as const).map((form) => whole(compilationFile(view, form))),
      )
    },
    posted: async () => {
      const { slug } = session
      const posted = await getPosted(slug, id)
      const files = await all([
        overviewFile(slug, id),
        entityFile(slug, id, cast.belmara.id),
        feedFile(slug, id),
        ...sent.items.map((item) => itemFile(slug, id, item)),
      ])
      return [
        await listPosted(posted, {}),
        await listLatestPosted(posted, 50),
        await whole(jsonOf(posted)),
        files.map((file) => file?.body?.toString()),
      ]
    },
  }
}

/** The readers that give a circulation itself. */
function plannedReaders({ cast: { session }, planned: { id } }: Secrets): Readers {
  return {
    getPreparedCirculation: (actor) => getPreparedCirculation(actor, session, id),
    getCirculation: (actor) => getCirculation(actor, session, id),
    getCompiledCirculation: (actor) => getCompiledCirculation(actor, session, id),
    getPaperRoom: (actor) => getPaperRoom(actor, session.id, id),
    getPosted: () => getPosted(session.slug, id),
    getPublicCall: () => getPublicCall(session.slug, id),
    listCirculations: (actor) => listCirculations(actor, session),
    listCompilations: (actor) => listCompilations(actor, session),
    listPublicCalls: () => listPublicCalls(),
    listFront: () => listFront(),
    readWholeCirculation: () => readWholeCirculation(id),
  }
}

function sessionReaders({ cast, silences, symbols }: Secrets): Readers {
  const { session } = cast
  return {
    getInbox: async (actor) => (isSignedIn(actor) ? getInbox(actor) : []),
    listOwnComments: (actor) => listOwnComments(actor, session),
    listSilences: (actor) => listSilences(actor, session),
    getSilence: (actor) => all(silences.map(({ number }) => getSilence(actor, session, number))),
    listDocuments: (actor) => listDocuments(actor, session),
    getDocument: (actor) => all(symbols.map((symbol) => getDocument(actor, session, symbol))),
    getFile: (actor) =>
      all(
        symbols.map(async (symbol) =>
          Buffer.from(
            (await getFile(actor, session, { symbol, language: 'en', form: 'pdf' })).bytes,
          ).toString(),
        ),
      ),
    publicDocuments: () => publicDocuments(session.slug),
    getReport: (actor) => getReport(actor, session),
    search: (actor) =>
      all(
        SOUGHT.map(async (words) => (await search(actor, SearchFilter.parse({ words }))).results),
      ),
    listRecord: (actor) => listRecord(actor, session, RecordFilter.parse({})),
    mail: async (actor) => {
      if (!isSignedIn(actor)) return []
      const { email } = await db.person.findUniqueOrThrow({ where: { id: actor.personId } })
      return db.mail.findMany({ where: { recipient: email } })
    },
  }
}

const SOUGHT = [
  'draft',
  'inhand',
  'unposted',
  'posted',
  'registered',
  'restricted',
  'commentreleased',
].map((word) => `Zy${word}`)

/** All answers; one that refuses is its refusal. */
const all = <T>(promises: readonly Promise<T>[]) =>
  Promise.all(promises.map((promise) => promise.catch((error: unknown) => error as T)))

async function whole(pieces: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces)
    text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
  return text
}

/** The words of a world in an answer, each once, without its mark. */
export function wordsIn(answer: unknown, mark = 'Zy'): string[] {
  const text =
    typeof answer === 'string'
      ? answer
      : inspect(answer, { depth: 20, maxArrayLength: null, maxStringLength: null })
  const words = [...text.matchAll(new RegExp(`${mark}([a-z]+)`, 'g'))]
  return [...new Set(words.map(([, word]) => word!))].toSorted()
}
