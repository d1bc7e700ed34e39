import 'server-only'
import { submits } from '@/lib/delegations/memberships/submitters'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { enqueueMail } from '@/lib/mail/enqueue'
import { readerFacts, readerOf, write } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { Submitted } from '@/lib/proposals/drafts/submission'
import { receiptFacts } from './receipt-facts'

/** The receipt for the submitter: number, time and hash; the address leads to the text. */
export async function mailReceipt(
  tx: Tx,
  actor: SignedIn,
  submitted: Submitted,
  receivedAt: Date,
): Promise<void> {
  const t = letters()
  const { slug, proposalId, number, revision, textHash } = submitted
  const { kind, agenda, delegation } = await receiptFacts(tx, proposalId, revision)
  const person = await tx.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { email: true, name: true },
  })
  const values = {
    session: await sessionOf(tx, submitted),
    name: person.name,
    number,
    revision,
    kind,
    agenda: agenda ?? '–',
    delegation,
    time: printSeatTime(receivedAt),
    hash: textHash,
    address: addressOf(paths.receipt(slug, number, revision)),
  }
  await enqueueMail(tx, {
    recipient: person.email,
    subject: t('receipt.subject', values),
    text: t('receipt.text', values),
  })
}

/** Tells those who may submit for a co-sponsor that the text to which it agreed was revised. Returns these people. */
export async function tellCoSponsors(tx: Tx, submitted: Submitted): Promise<string[]> {
  const t = letters()
  const { proposalId, slug, number, revision } = submitted
  const coSponsorships = await tx.coSponsorship.findMany({
    where: { proposalId, leftAt: null },
    select: {
      revisionNumber: true,
      delegation: {
        select: {
          representatives: {
            where: submits,
            select: { person: { select: readerFacts } },
          },
        },
      },
    },
  })
  const people = coSponsorships.flatMap(({ revisionNumber: agreed, delegation }) =>
    delegation.representatives.map(({ person }) => ({ ...readerOf(person), agreed })),
  )
  const session = await sessionOf(tx, submitted)
  return write(tx, people, ({ name, agreed }) => {
    const path = paths.compare(slug, number, agreed, revision)
    const values = { session, name, number, revision, agreed, address: addressOf(path) }
    return {
      matter: 'revisions',
      path,
      subject: t('coSponsored.subject', values),
      text: t('coSponsored.text', values),
    }
  })
}

/** "Sixth session", with which the subjects begin. */
async function sessionOf(tx: Tx, { proposalId }: Submitted): Promise<string> {
  const { sessionId } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { sessionId: true },
  })
  return (await letterSession(tx, sessionId)).short
}
