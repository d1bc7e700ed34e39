import { randomUUID } from 'node:crypto'
import { discardAmendmentDraft } from '@/lib/amendments/drafts/aside-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { saveJoining } from '@/lib/amendments/joining/commands'
import { releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import {
  discardDraft as discardInHand,
  keepDraft,
} from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import type { KeepDraft } from '@/lib/circulation/comments/schema'
import { enterPaper } from '@/lib/circulation/papers/enter'
import { retractComment } from '@/lib/circulation/posting/commands'
import { keepResponse, releaseResponse } from '@/lib/circulation/responses/commands'
import { KeepResponse, ReleaseResponse } from '@/lib/circulation/responses/schema'
import { releaseComment, withdrawComment as withdrawProposalComment } from '@/lib/comments/commands'
import { discardCommentDraft, saveCommentDraft } from '@/lib/comments/draft-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { issueDocument, withdrawDocument } from '@/lib/documents/commands'
import { withdrawProposal } from '@/lib/proposals/act-commands'
import { discardDraft, noteOnDraft } from '@/lib/proposals/drafts/care-commands'
import { addHeading } from '@/lib/proposals/preliminary-list/heading-commands'
import { writeParagraph } from '@/lib/report/writing/commands'
import { circulated } from './circulating'
import { commentOn } from './commenting'
import { ownRoot, registering } from './documents'
import { pasted } from './papers'
import { proposing } from './proposing'
import { asks, asksAndProves, typedRequest } from './requesting'
import type { Scenario } from './scenario'
import { silent } from './silent'

const DAY = 86_400_000

export type Secrets = Awaited<ReturnType<typeof secrets>>

/** Text that begins with the mark of a world. */
type Word = (text: string) => string

/**
 * A session with things of every kind before and after their release: most of them Belmara's, on a proposal of Arvenia
 * and in two circulations, of which one is posted. Each thing has a word of its own after the mark.
 */
export async function secrets(mark = 'Zy') {
  const word: Word = (text) => `${mark}${text}`
  const question = await silent()
  const { cast } = question
  await ownRoot(cast)
  const proposal = await aroundProposal(cast, word)
  const open = await circulated(cast)
  const inOpen = await aroundOpen(cast, word, open)
  const past = await circulated(cast)
  const inPast = await aroundPast(cast, word, past)
  const planned = await db.circulation.create({
    data: {
      sessionId: cast.session.id,
      title: word('planned'),
      openUntil: new Date(Date.now() + DAY),
    },
  })
  const prepared = await question.prepares({
    title: word('prepared dates'),
    text: word('prepared.'),
  })
  const asked = { subject: 'agenda', title: word('asked agenda'), text: word('asked.') }
  const opened = await question.opens(DAY, asked)
  const symbols = await aroundDocuments(cast, word)
  const { slug } = cast.session
  await addHeading(cast.rapporteur, { slug, title: word('heading') })
  await writeParagraph(cast.rapporteur, {
    slug,
    section: 'introduction',
    language: 'en',
    body: '',
    text: word('report.'),
  })
  const silences = [prepared, opened]
  return { cast, proposal, open, inOpen, past, inPast, planned, silences, symbols }
}

/** Drafts of Belmara: a proposal, and texts about the proposal of Arvenia. */
async function aroundProposal(cast: Scenario, word: Word) {
  const { head, adviser } = cast.belmara
  const { submits, drafts, writes, revises } = proposing(() => cast)
  const { proposalId } = await submits(cast.arvenia.head)
  const other = await submits(cast.arvenia.head)
  await revises(cast.arvenia.head, other.proposalId, word('author.'))
  const discarded = await drafts(adviser, { text: word('discarded.') })
  await discardDraft(adviser, discarded)
  const discardedLongAgo = await drafts(adviser, { text: word('discardedold.') })
  await discardDraft(adviser, discardedLongAgo)
  await ages('Draft', discardedLongAgo.id)
  const draft = await drafts(adviser, { text: word('state.') })
  const { id } = await writes(head, draft, { text: word('draft.') })
  await noteOnDraft(head, { id, noteId: randomUUID(), note: word('note.') })

  const amends = async (text: string, of = proposalId) => {
    const { id: amendmentId } = await startAmendment(adviser, { proposalId: of })
    const about = { proposalId: of, revisionNumber: 1, version: 1, body: '', reason: '' }
    await saveAmendmentDraft(adviser, { ...about, id: amendmentId, text })
    return { id: amendmentId, version: 2 }
  }
  const amendmentAside = await amends(word('amendmentaside.'))
  await discardAmendmentDraft(adviser, amendmentAside)
  const amendmentLongAgo = await amends(word('amendmentold.'))
  await discardAmendmentDraft(adviser, amendmentLongAgo)
  await ages('AmendmentDraft', amendmentLongAgo.id)
  const released = await releaseAmendmentDraft(head, await amends(word('amendmentreleased.')))
  await saveJoining(cast.arvenia.head, {
    id: randomUUID(),
    proposalId,
    baseNumber: 1,
    version: 0,
    decisions: [],
    reasons: { [released.id]: word('joining.') },
  })
  const amendment = await amends(word('amendment.'))
  const elsewhere = await amends(word('amendmentelsewhere.'), other.proposalId)

  const comments = async (text: string, of = proposalId) => {
    const comment = commentOn(of, { text })
    await saveCommentDraft(adviser, comment)
    return comment
  }
  await comments(word('comment.'))
  await comments(word('commentelsewhere.'), other.proposalId)
  await discardCommentDraft(adviser, await comments(word('commentaside.')))
  const commentLongAgo = await comments(word('commentold.'))
  await discardCommentDraft(adviser, commentLongAgo)
  await ages('CommentDraft', commentLongAgo.id)
  await releaseComment(head, await comments(word('commentreleased.')))
  const commentWithdrawn = await releaseComment(head, await comments(word('commentwithdrawn.')))
  await withdrawProposalComment(head, commentWithdrawn)

  const withdrawn = await submits(head, { text: word('proposed.') })
  await revises(head, withdrawn.proposalId, word('revising.'))
  await comments(word('commentvain.'), withdrawn.proposalId)
  await withdrawProposal(head, { proposalId: withdrawn.proposalId, reason: 'Too early.' })
  return {
    id: proposalId,
    authorDelegationId: cast.arvenia.id,
    draft: id,
    discarded: discarded.id,
    amendment: [amendment.id, amendmentAside.id, elsewhere.id],
  }
}

/** Moves the time at which a draft was discarded to the day before yesterday. */
const ages = (table: string, id: string) =>
  db.$executeRawUnsafe(
    `UPDATE "${table}" SET "discardedAt" = now() - interval '25 hours' WHERE id = '${id}'::uuid`,
  )

type Sent = Awaited<ReturnType<typeof circulated>>

const saying = (sent: Sent) => {
  const keeps = async (actor: SignedIn, text: string, about: Partial<KeepDraft> = {}) =>
    (await keepDraft(actor, sent.draft({ text, ...about }))).id
  const says = async (actor: SignedIn, text: string, about: Partial<KeepDraft> = {}) => {
    const id = await keeps(actor, text, about)
    await releaseComments(actor, { circulationId: sent.id, ids: [id] })
    return id
  }
  return { keeps, says }
}

/** A circulation that is open still, and posted at its deadline. */
async function aroundOpen(cast: Scenario, word: Word, sent: Sent) {
  const { head, adviser } = cast.belmara
  const { keeps, says } = saying(sent)
  const withdrawn = await says(head, word('withdrawn.'), { itemId: sent.b })
  await withdrawComment(head, { id: withdrawn })
  const replaced = await says(head, word('replaced.'))
  const unposted = await says(head, word('unposted.'))
  await keeps(adviser, word('inhand.'), { itemId: sent.c })
  const aside = await keeps(adviser, word('aside.'), { itemId: sent.other })
  await discardInHand(adviser, { id: aside })
  const asideLongAgo = await keeps(adviser, word('asideold.'), { itemId: sent.other })
  await discardInHand(adviser, { id: asideLongAgo })
  await ages('CirculationDraft', asideLongAgo)
  const response = { commentId: unposted, outcome: 'notTakenUp', text: word('response.') }
  await releaseResponse(cast.rapporteur, ReleaseResponse.parse(response))
  const unanswered = await says(cast.corvina.head, word('corvina.'))
  await keepResponse(
    cast.rapporteur,
    KeepResponse.parse({ commentId: unanswered, text: word('making.') }),
  )
  const enters = (actor: SignedIn, text: string) =>
    enterPaper(actor, {
      circulationId: sent.id,
      delegationId: cast.belmara.id,
      receivedAt: '',
      ...pasted(text),
      fileName: `${text}txt`,
    })
  const papers = [
    (await enters(adviser, word('paper.'))).id,
    (await enters(cast.secretariat, word('noted.'))).id,
  ]
  await asksAndProves(sent.id, { name: word('proved Network') })
  await asks(typedRequest(sent.id, { name: word('unproved Network') }))
  const comments = [withdrawn, replaced, unposted, unanswered]
  return { comments, papers }
}

/** A circulation whose deadline passed: its comments are posted. */
async function aroundPast(cast: Scenario, word: Word, sent: Sent) {
  const { head } = cast.belmara
  const { keeps, says } = saying(sent)
  const gone = await says(head, word('gone.'), { itemId: sent.b })
  await withdrawComment(head, { id: gone })
  const earlier = await says(head, word('earlier.'))
  const posted = await says(head, word('posted.'))
  const retracted = await says(head, word('retracted.'), { itemId: sent.c })
  const about = { itemId: sent.other }
  const late = await keeps(head, word('late.'), about)
  const refused = await keeps(head, word('refused.'), about)
  await keeps(head, word('unsent.'), about)
  await sent.closes(0)
  await retractComment(head, { id: retracted })
  await askForLate(head, { circulationId: sent.id, ids: [late, refused] })
  const refusal = { circulationId: sent.id, ids: [refused], reason: 'Too late.' }
  await refuseLate(cast.secretariat, refusal)
  return { comments: [gone, earlier, posted, retracted] }
}

/** Documents that are not issued, issued to participants alone, and withdrawn. */
async function aroundDocuments(cast: Scenario, word: Word): Promise<string[]> {
  const { register, add } = registering(() => cast)
  const registers = async (patch: { title: string; distribution?: 'restricted' }) => {
    const { symbol } = await register(patch)
    const { id } = await db.document.findFirstOrThrow({
      where: { symbol, sessionId: cast.session.id },
    })
    await add(id, patch.title)
    return { id, symbol }
  }
  const registered = await registers({ title: word('registered') })
  const restricted = await registers({ title: word('restricted'), distribution: 'restricted' })
  const taken = await registers({ title: word('taken') })
  await issueDocument(cast.secretariat, restricted)
  await issueDocument(cast.secretariat, taken)
  await withdrawDocument(cast.secretariat, { id: taken.id, reason: 'By mistake.' })
  return [registered, restricted, taken].map(({ symbol }) => symbol)
}
