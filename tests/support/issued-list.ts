import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'
import { letter } from '@/lib/export/paper'
import { sha256 } from '@/lib/record/record'
import { documentFromText, plainText, type TextDocument } from '@/lib/text/document/document'

/**
 * An earlier session of the group whose list was issued, by plain inserts: one heading, the given
 * texts as lettered items, suggested in turn by the States of the delegations given, which have
 * delegations of their own at that session with the same people. Returns the items' ids in order, and
 * the ids of those delegations by the ids of the given ones.
 */
export async function issuedList(
  groupId: string,
  ordinal: number,
  texts: readonly (string | TextDocument)[],
  by: readonly { id: string }[] = [],
  issuedAt = new Date('2019-04-01'),
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
  const list = await db.preliminaryList.create({ data: { sessionId: session.id } })
  const heading = await db.listHeading.create({
    data: { listId: list.id, title: 'International cooperation', position: 1 },
  })
  const items = texts.map((given, index) => {
    const body = typeof given === 'string' ? documentFromText(given) : given
    const text = plainText(body)
    return {
      id: randomUUID(),
      listId: list.id,
      headingId: heading.id,
      position: index + 1,
      kind: 'recommendation' as const,
      language: 'en',
      body,
      text,
      textHash: sha256(text),
      paragraph: 1,
      letter: letter(index + 1),
    }
  })
  await db.item.createMany({ data: items })
  const delegations = await sendDelegations(session.id, by)
  if (by.length > 0) await attribute(session.id, items, [...delegations.values()])
  await db.preliminaryList.update({ where: { id: list.id }, data: { issuedAt } })
  return {
    session,
    listId: list.id,
    headingId: heading.id,
    items: items.map(({ id }) => id),
    delegations: new Map([...delegations].map(([id, { id: past }]) => [id, past])),
  }
}

/** The same States and people at another session; by the ids of their delegations here. */
async function sendDelegations(sessionId: string, present: readonly { id: string }[]) {
  const there = new Map<string, { id: string; name: string }>()
  for (const { id } of present) {
    const { entityId, name, sortKey, representatives } = await db.delegation.findUniqueOrThrow({
      where: { id },
      include: { representatives: { where: { endedAt: null } } },
    })
    const people = representatives.map(({ personId, role, maySubmit }) => ({
      personId,
      role,
      maySubmit,
    }))
    const data = { sessionId, entityId, name, sortKey, representatives: { create: people } }
    there.set(id, await db.delegation.create({ data, select: { id: true, name: true } }))
  }
  return there
}

async function attribute(
  sessionId: string,
  items: readonly { id: string; body: TextDocument; text: string; textHash: string }[],
  by: readonly { id: string; name: string }[],
): Promise<void> {
  const proposals = items.map((item, index) => {
    const { id: delegationId, name } = by[index % by.length]!
    return { id: randomUUID(), number: index + 1, delegationId, name, item }
  })
  const wordsOf = (text: string) => text.toLowerCase().split(' ')
  await db.$transaction([
    db.proposal.createMany({
      data: proposals.map(({ id, number, delegationId }) => ({
        id,
        sessionId,
        number,
        delegationId,
        kind: 'recommendation',
        originalLanguage: 'en',
      })),
    }),
    db.revision.createMany({
      data: proposals.map(({ id: proposalId, delegationId, item: { body, text, textHash } }) => {
        const wordCount = wordsOf(text).length
        return { proposalId, number: 1, body, text, textHash, wordCount, delegationId }
      }),
    }),
  ])
  await db.itemProposal.createMany({
    data: proposals.map(({ id: proposalId, name, item }) => ({
      itemId: item.id,
      proposalId,
      revisionNumber: 1,
      attribution: [name],
    })),
  })
}
