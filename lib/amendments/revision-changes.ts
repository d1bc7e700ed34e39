import 'server-only'
import { db } from '@/lib/db/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import { trackedParagraphs } from '@/lib/export/changes'
import { paragraphsFrom } from '@/lib/export/from-document'
import type { Paragraph } from '@/lib/export/paper'
import { originOf } from '@/lib/proposals/origin/origin'
import { originalsOf } from '@/lib/proposals/origin/queries'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { choicesOf } from '@/lib/text/weave/choices'
import { carryAll } from './carried'
import { amendmentsWithBase, activeAmendmentsOf } from './joining/queries'
import { changesOfAmendments, changesOfRevision, type Hand } from './tracked-changes'

/** The base against which a revision prints: an earlier one, the standing amendments, or (null) nothing. */
export type Against = number | 'amendments' | null

type Printed = { id: string; language: string; delegationName: string }

/**
 * A revision of a proposal as paragraphs to print, clean or with its changes in the name of their authors; for
 * participants. A missing revision is not found, and so are amendments to a text that is no longer the present one.
 */
export async function getRevisionParagraphs(
  actor: Actor,
  proposal: Printed,
  number: number,
  against: Against,
): Promise<Paragraph[]> {
  const revisions = takesPart(actor) ? await originalsOf(db, proposal.id, number) : []
  const { body } = orNotFound(revisions.find((revision) => revision.number === number))
  if (against === null) return paragraphsFrom(body)
  const bodies = new Map(revisions.map((revision) => [revision.number, revision.body]))
  const { language } = proposal
  if (against === 'amendments') {
    const active = await activeAmendmentsOf(db, proposal.id)
    const { texts, hands } = carriedTo(number, bodies, active, language)
    return trackedParagraphs(
      changesOfAmendments(choicesOf(toMarked(body), texts, language), hands, language),
    )
  }
  const earlier = orNotFound(bodies.get(against))
  assertFound(against < number)
  const { texts, hands } = carriedTo(
    against,
    bodies,
    await listTaken(proposal.id, against, number),
    language,
  )
  const handedTexts = texts.map((text) => ({ ...text, ...hands.get(text.id)! }))
  const next = { text: toMarked(body), provenance: originOf(revisions, language) }
  const submitted = await db.revision.findFirstOrThrow({
    where: { proposalId: proposal.id, number },
    select: { submittedAt: true },
  })
  const writer = { author: proposal.delegationName, date: submitted.submittedAt.toISOString() }
  return trackedParagraphs(
    changesOfRevision(toMarked(earlier), next, {
      writer,
      amendments: handedTexts,
      locale: language,
    }),
  )
}

type Amended = {
  id: string
  revisionNumber: number
  body: unknown
  by: string[]
  releasedAt: Date
}

function carriedTo(
  current: number,
  bodies: ReadonlyMap<number, TextDocument>,
  amendments: readonly Amended[],
  language: string,
) {
  const carried = carryAll({ bodies, current, language }, amendments)
  const hands = new Map<string, Hand>()
  const texts = amendments.flatMap(({ id, by, releasedAt }, index) => {
    const text = carried[index]!.text
    hands.set(id, { author: by.join(', '), date: releasedAt.toISOString() })
    return text === null ? [] : [{ id, text }]
  })
  return { texts, hands }
}

/** The amendments that revisions after one up to another took in, whole or in part. */
const listTaken = (proposalId: string, after: number, until: number): Promise<Amended[]> =>
  amendmentsWithBase(db, {
    proposalId,
    decisions: {
      some: { kind: { not: 'declined' }, revision: { number: { gt: after, lte: until } } },
    },
  })
