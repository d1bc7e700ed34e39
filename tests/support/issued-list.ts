import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import { sha256 } from '@/lib/record/record'
import { documentFromText } from '@/lib/text/document/document'

/**
 * An earlier session of the group whose list was issued, by plain inserts: one heading, the given
 * texts as lettered items, suggested in turn by the delegations given. Returns the items' ids in order.
 */
export async function issuedList(
  groupId: string,
  ordinal: number,
  texts: readonly string[],
  by: readonly { id: string; name: string }[] = [],
) {
  const session = await db.session.create({
    data: {
      groupId,
      ordinal,
      slug: `past-${ordinal}-${randomUUID().slice(0, 8)}`,
      startsOn: new Date('2019-03-27'),
      endsOn: new Date('2019-03-29'),
      place: 'Vienna',
    },
  })
  const list = await db.preliminaryList.create({
    data: { sessionId: session.id, issuedAt: new Date('2019-04-01') },
  })
  const heading = await db.listHeading.create({
    data: { listId: list.id, title: 'International cooperation', position: 1 },
  })
  const items = texts.map((text, index) => ({
    id: randomUUID(),
    listId: list.id,
    headingId: heading.id,
    position: index + 1,
    kind: 'recommendation' as const,
    language: 'en',
    body: documentFromText(text),
    text,
    textHash: sha256(text),
    paragraph: 1,
    letter: String.fromCharCode(97 + index),
  }))
  await db.item.createMany({ data: items })
  if (by.length > 0) await attribute(session.id, items, by)
  return { session, listId: list.id, headingId: heading.id, items: items.map(({ id }) => id) }
}

async function attribute(
  sessionId: string,
  items: readonly { id: string; text: string }[],
  by: readonly { id: string; name: string }[],
): Promise<void> {
  const proposals = items.map((item, index) => {
    const { id: delegationId, name } = by[index % by.length]!
    return { id: randomUUID(), number: index + 1, delegationId, name, item }
  })
  await db.proposal.createMany({
    data: proposals.map(({ id, number, delegationId, item }) => ({
      id,
      sessionId,
      number,
      delegationId,
      kind: 'recommendation',
      originalLanguage: 'en',
      words: item.text.toLowerCase().split(' '),
    })),
  })
  await db.itemProposal.createMany({
    data: proposals.map(({ id: proposalId, name, item }) => ({
      itemId: item.id,
      proposalId,
      revisionNumber: 1,
      attribution: [name],
    })),
  })
}
