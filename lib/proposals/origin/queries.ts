import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { toMarked } from '@/lib/text/document/marked'
import type { Provenance } from '@/lib/text/weave/provenance'
import { type OriginalRevision, originOf } from './origin'
import { readDocument } from '@/lib/text/document/stored'

/** The revisions of a proposal up to one of them, as `originOf` takes them. */
export async function originalsOf(
  reader: Tx,
  proposalId: string,
  until: number,
): Promise<OriginalRevision[]> {
  const revisions = await reader.revision.findMany({
    where: { proposalId, number: { lte: until } },
    orderBy: { number: 'asc' },
    select: { number: true, body: true, provenance: true },
  })
  return revisions.map((revision) => ({ ...revision, body: readDocument(revision.body) }))
}

/**
 * The marked string of a revision and the source of each of its words, for participants; not found for anybody else.
 */
export async function getOrigin(
  actor: Actor,
  proposal: { id: string; language: string },
  revision: number,
): Promise<{ text: string; provenance: Provenance }> {
  const revisions = takesPart(actor) ? await originalsOf(db, proposal.id, revision) : []
  const last = revisions.at(-1)
  const { body } = orNotFound(last?.number === revision ? last : null)
  return { text: toMarked(body), provenance: originOf(revisions, proposal.language) }
}
