import 'server-only'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

type Version = {
  slug: string
  proposalNumber: number
  number: number
  earlier: {
    number: number
    sessionId: string
    delegationId: string
    proposal: { delegationId: string }
    coSponsorships: { delegationId: string }[]
  }
  change: { number: number; delegationId: string; coSponsorships: { delegationId: string }[] }
}

/** Tells who suggested the change that was taken in, the co-sponsors of both and the author of the text. */
export async function tellVersion(tx: Tx, version: Version): Promise<void> {
  const t = letters()
  const { slug, proposalNumber, number, earlier, change } = version
  const { short: session } = await letterSession(tx, earlier.sessionId)
  const { name: delegation } = await tx.delegation.findUniqueOrThrow({
    where: { id: earlier.delegationId },
    select: { name: true },
  })
  const path = paths.amendment(slug, proposalNumber, number)
  const about = {
    session,
    delegation,
    number: proposalNumber,
    amendment: number,
    earlier: earlier.number,
    takesIn: change.number,
    address: addressOf(path),
  }
  const concerned = [
    earlier.proposal,
    change,
    ...earlier.coSponsorships,
    ...change.coSponsorships,
  ].map(({ delegationId }) => delegationId)
  const otherIds = [...new Set(concerned)].filter((id) => id !== earlier.delegationId)
  await writeToDelegations(tx, otherIds, ({ name }) => ({
    matter: 'suggestedChanges',
    path,
    subject: t('amendmentVersion.subject', about),
    text: t('amendmentVersion.text', { ...about, name }),
  }))
}

type Declined = {
  slug: string
  proposalNumber: number
  change: { number: number; delegationId: string; coSponsorships: { delegationId: string }[] }
  amended: { number: number; sessionId: string; delegationId: string }
  reason: string
}

/** Tells the delegation that suggested a change to another's amendment, and its co-sponsors, that it is declined. */
export async function tellChangeDeclined(tx: Tx, declined: Declined): Promise<void> {
  const t = letters()
  const { slug, proposalNumber, change, amended, reason: why } = declined
  const { short: session } = await letterSession(tx, amended.sessionId)
  const names = await tx.delegation.findMany({
    where: { id: { in: [change.delegationId, amended.delegationId] } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string) => names.find((delegation) => delegation.id === id)!.name
  const path = paths.amendment(slug, proposalNumber, change.number)
  const about = {
    session,
    delegation: nameOf(amended.delegationId),
    author: nameOf(change.delegationId),
    number: proposalNumber,
    amendment: change.number,
    amends: amended.number,
    reason: why ? 'given' : 'none',
    why,
    address: addressOf(path),
  }
  const concerned = [change, ...change.coSponsorships].map(({ delegationId }) => delegationId)
  await writeToDelegations(tx, concerned, ({ name }) => ({
    // A decision on the recipient's own text.
    matter: 'always',
    path,
    subject: t('changeDeclined.subject', about),
    text: t('changeDeclined.text', { ...about, name }),
  }))
}

type Kept = {
  slug: string
  proposalNumber: number
  number: number
  sessionId: string
  delegationId: string
  reason: string
}

/** Tells who suggested to delete a text that its author keeps it. */
export async function tellTextKept(tx: Tx, decision: Kept): Promise<void> {
  const t = letters()
  const { slug, proposalNumber, number, sessionId, delegationId, reason: why } = decision
  const { short: session } = await letterSession(tx, sessionId)
  const path = paths.amendment(slug, proposalNumber, number)
  const values = { session, number: proposalNumber, amendment: number, address: addressOf(path) }
  const about = { ...values, reason: why ? 'given' : 'none', why }
  await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('textKept.subject', about),
    text: t('textKept.text', { ...about, name }),
  }))
}

type DeclinedAlone = {
  slug: string
  sessionId: string
  number: number
  revision: number
  /** The declined amendments. */
  ids: readonly string[]
}

/** Tells the delegations that suggested changes, and their co-sponsors, that the authors declined them; one letter each. */
export async function tellDeclined(tx: Tx, declined: DeclinedAlone): Promise<void> {
  const t = letters()
  const { slug, sessionId, number, revision, ids } = declined
  const { short: session } = await letterSession(tx, sessionId)
  const amendments = await tx.amendment.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      delegationId: true,
      coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
      decisions: { select: { reason: true } },
      proposal: { select: { delegation: { select: { name: true } } } },
    },
  })
  const partiesOf = (amendment: (typeof amendments)[number]) =>
    [amendment, ...amendment.coSponsorships].map((party) => party.delegationId)
  const delegation = amendments[0]?.proposal.delegation.name ?? ''
  const path = paths.amendments(slug, number)
  const about = { session, delegation, number, revision, address: addressOf(path) }
  const delegationIds = [...new Set(amendments.flatMap(partiesOf))]
  await writeToDelegations(tx, delegationIds, ({ name, delegationId }) => {
    const own = amendments.filter((amendment) => partiesOf(amendment).includes(delegationId))
    const lines = own.map(({ number: amendment, decisions }) => {
      const why = decisions.at(-1)?.reason ?? ''
      return t('changesDeclined.line', { amendment, reason: why ? 'given' : 'none', why })
    })
    return {
      // A decision on the recipient's own text.
      matter: 'always',
      path,
      subject: t('changesDeclined.subject', { ...about, count: own.length }),
      text: t('changesDeclined.text', { ...about, name, lines: lines.join('\n') }),
    }
  })
}
