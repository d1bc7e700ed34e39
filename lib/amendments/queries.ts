import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type Actor, takesPart } from '@/lib/delegations/actor'
import { assertFound, orNotFound } from '@/lib/errors'
import type { TextDocument } from '@/lib/text/document/document'
import { isOpenAmendment } from './policy'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { onBehalfFacts, readOnBehalf } from '@/lib/sessions/attribution/view'
import { readDocument } from '@/lib/text/document/stored'

/** A released amendment as everybody who takes part reads it. */
export type AmendmentView = {
  id: string
  number: number
  delegationId: string
  delegationName: string
  /** The group of States for which it was released. */
  onBehalf: OnBehalf | null
  /** Delegations that joined it and have not left. */
  coSponsors: { delegationId: string; name: string }[]
  revisionNumber: number
  body: TextDocument
  text: string
  reason: string
  releasedAt: Date
  withdrawnAt: Date | null
  withdrawalReason: string
  answers: { id: string; actingFor: string; text: string; answeredAt: Date }[]
  /** Its fate in the revisions that joined amendments. */
  decisions: { revision: number; kind: 'accepted' | 'partly' | 'declined'; reason: string }[]
  /** The amendment that it changes; null: it changes the text of the revision. */
  amends: Related | null
  /** Changes to it. */
  amendedBy: Related[]
  /** The version that it replaced, the change that it took in, and the version that replaced it. */
  replaces: Related | null
  takesIn: Related | null
  replacedBy: Related | null
  /** The version of the other amendment that took it in. */
  takenInto: Related | null
  /** The refusal by the delegation of the amendment that it changes. */
  decline: { name: string; at: Date; reason: string } | null
}

/** Another amendment of the same proposal. */
export type Related = {
  number: number
  delegationId: string
  name: string
  withdrawn: boolean
  declined: boolean
  /** Whether it is in force in its latest version and not decided. */
  open: boolean
  body: TextDocument
}

/** The released amendments of a proposal in their order, withdrawn ones too; none for a visitor. */
export async function listAmendments(actor: Actor, proposalId: string): Promise<AmendmentView[]> {
  if (!takesPart(actor)) return []
  const rows = await db.amendment.findMany({
    where: { proposalId },
    orderBy: { number: 'asc' },
    include: details,
  })
  return rows.map(viewOf)
}

/** One of them by its number; not found for a visitor. */
export async function getAmendment(
  actor: Actor,
  proposalId: string,
  number: number,
): Promise<AmendmentView> {
  assertFound(takesPart(actor))
  const key = { proposalId_number: { proposalId, number } }
  return viewOf(orNotFound(await db.amendment.findUnique({ where: key, include: details })))
}

const related = {
  select: {
    number: true,
    delegationId: true,
    body: true,
    withdrawnAt: true,
    decline: { select: { declinedAt: true } },
    replacedBy: { select: { id: true } },
    decisions: { select: { kind: true } },
    delegation: { select: { name: true } },
  },
} as const

const details = {
  delegation: { select: { name: true } },
  attribution: { select: onBehalfFacts },
  coSponsorships: {
    where: { leftAt: null },
    orderBy: { delegation: { sortKey: 'asc' } },
    select: { delegationId: true, delegation: { select: { name: true } } },
  },
  answers: {
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    select: { id: true, actingFor: true, text: true, answeredAt: true },
  },
  decisions: {
    orderBy: { revision: { number: 'asc' } },
    select: { kind: true, reason: true, revision: { select: { number: true } } },
  },
  amends: related,
  amendedBy: { ...related, orderBy: { number: 'asc' } },
  replaces: related,
  takesIn: related,
  replacedBy: related,
  takenInto: related,
  decline: { select: { declinedAt: true, reason: true } },
} satisfies Prisma.AmendmentInclude

type AmendmentRow = Prisma.AmendmentGetPayload<{ include: typeof details }>

const viewOf = (row: AmendmentRow): AmendmentView => ({
  id: row.id,
  number: row.number,
  delegationId: row.delegationId,
  delegationName: row.delegation.name,
  onBehalf: readOnBehalf(row.attribution),
  coSponsors: row.coSponsorships.map(({ delegationId, delegation }) => ({
    delegationId,
    name: delegation.name,
  })),
  revisionNumber: row.revisionNumber,
  body: row.body as TextDocument,
  text: row.text,
  reason: row.reason,
  releasedAt: row.releasedAt,
  withdrawnAt: row.withdrawnAt,
  withdrawalReason: row.withdrawalReason,
  answers: row.answers,
  decisions: row.decisions.map(({ revision, kind, reason }) => ({
    revision: revision.number,
    kind,
    reason,
  })),
  amends: relatedOf(row.amends),
  amendedBy: row.amendedBy.flatMap((change) => relatedOf(change) ?? []),
  replaces: relatedOf(row.replaces),
  takesIn: relatedOf(row.takesIn),
  replacedBy: relatedOf(row.replacedBy),
  takenInto: relatedOf(row.takenInto),
  decline: row.decline && {
    name: row.amends!.delegation.name,
    at: row.decline.declinedAt,
    reason: row.decline.reason,
  },
})

const relatedOf = (row: AmendmentRow['amends']): Related | null =>
  row && {
    number: row.number,
    delegationId: row.delegationId,
    open: isOpenAmendment(row),
    name: row.delegation.name,
    withdrawn: row.withdrawnAt !== null,
    declined: row.decline !== null,
    body: row.body as TextDocument,
  }

/** The texts of a proposal's revisions by number, for those who take part. */
export async function listRevisionBodies(
  actor: Actor,
  proposalId: string,
): Promise<Map<number, TextDocument>> {
  if (!takesPart(actor)) return new Map()
  const rows = await db.revision.findMany({
    where: { proposalId },
    select: { number: true, body: true },
  })
  orNotFound(rows[0])
  return new Map(rows.map((row) => [row.number, readDocument(row.body)]))
}
