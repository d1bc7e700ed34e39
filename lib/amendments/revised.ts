import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import type { Tx } from '@/lib/db/client'
import type { DecisionKind } from '@/lib/db/generated/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { readerFacts, readerOf, write } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { Submitted } from '@/lib/proposals/drafts/submission'
import { type AmendmentLabel, carryAll } from './carried'
import { readDocument } from '@/lib/text/document/stored'

/**
 * Tells those who may submit for the authors of a proposal's active amendments the fate of each in the new revision,
 * and its state on it. In the transaction of the revision, so that both happen or neither.
 */
export async function tellAmendmentAuthors(tx: Tx, revised: Submitted): Promise<void> {
  const { proposalId, slug, number, revision } = revised
  const active = await tx.amendment.findMany({
    where: {
      proposalId,
      withdrawnAt: null,
      amendsId: null,
      replacedBy: null,
      // What was decided before is told no more.
      decisions: { none: { revision: { number: { lt: revision } } } },
    },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      delegationId: true,
      revisionNumber: true,
      body: true,
      decisions: {
        where: { revision: { number: revised.revision } },
        select: { kind: true, reason: true },
      },
      proposal: { select: { originalLanguage: true, sessionId: true } },
    },
  })
  const first = active[0]
  if (!first) return
  const rows = await tx.revision.findMany({
    where: { proposalId },
    select: { number: true, body: true },
  })
  const bodies = new Map(rows.map((row) => [row.number, readDocument(row.body)]))
  const carried = carryAll(
    { bodies, current: revision, language: first.proposal.originalLanguage },
    active,
  )
  const decisions = new Map<string, Told[]>()
  active.forEach(({ delegationId, number: amendment, decisions: [decision] }, index) => {
    const entries = decisions.get(delegationId) ?? []
    const { label } = carried[index]!
    const { kind = 'open', reason = '' } = decision ?? {}
    decisions.set(delegationId, [...entries, { amendment, label, kind, reason }])
  })

  const t = letters()
  const path = paths.amendments(slug, number)
  const { short: session } = await letterSession(tx, first.proposal.sessionId)
  await write(tx, await authors(tx, [...decisions.keys()]), ({ delegationId, name }) => {
    const lines = decisions
      .get(delegationId)!
      .map(({ reason, ...decision }) =>
        [
          decision.kind === 'open' ? '' : t('amendmentCarried.decided', decision),
          reason && t('amendmentCarried.reason', { reason }),
          decision.kind === 'accepted' ? '' : t('amendmentCarried.line', decision),
        ]
          .filter(Boolean)
          .join('\n'),
      )
    return {
      // A decision on the recipient's own text.
      matter: 'always',
      path,
      subject: t('amendmentCarried.subject', { session, number, revision }),
      text: t('amendmentCarried.text', {
        name,
        number,
        revision,
        lines: lines.join('\n'),
        address: addressOf(path),
      }),
    }
  })
}

/** The news of one amendment in a letter: its fate in this revision, or `open`, and its state. */
type Told = {
  amendment: number
  label: AmendmentLabel
  kind: DecisionKind | 'open'
  reason: string
}

async function authors(tx: Tx, delegations: string[]) {
  const seats = await tx.representative.findMany({
    where: { delegationId: { in: delegations }, ...submits },
    orderBy: { person: { email: 'asc' } },
    select: { delegationId: true, person: { select: readerFacts } },
  })
  return seats.map(({ delegationId, person }) => ({ delegationId, ...readerOf(person) }))
}
