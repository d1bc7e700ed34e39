import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { documentFromText } from '@/lib/text/document/document'
import { makeGroup } from './group'
import { insert } from './insert'
import { stateRows, proposalTexts } from './texts'

export const DESK = { sources: 2_000, items: 1_000, links: 2_000, headings: 25, states: 100 }

/** The facts that others need to work at the desk: people, addresses, and items. */
export type FilledDesk = {
  slug: string
  sessionId: string
  groupId: string
  /** The Rapporteur, and a head of delegation. */
  rapporteur: { personId: string; signIn: string }
  head: { personId: string; signIn: string }
  items: string[]
  sources: string[]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A stock-taking with a thousand items made of two thousand preliminary ones of an earlier list, each with its State. */
export async function fillDesk(url: string): Promise<FilledDesk> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const groupId = await makeGroup(client)
    await client.query('begin')
    const session = (slug: string, ordinal: number, kind: string) => ({
      id: randomUUID(),
      groupId,
      slug,
      ordinal,
      kind,
      title: '',
      startsOn: '2026-04-06',
      endsOn: '2026-04-08',
      place: 'Vienna',
    })
    const past = session('past', 911, 'topical')
    const desk = session('desk', 912, 'stockTaking')
    await insert(client, 'Session', [past, desk])
    const person = (name: string) => ({ id: randomUUID(), email: `${name}@desk.example`, name })
    const [rapporteur, head] = [person('rapporteur'), person('head')]
    const people = [rapporteur, head]
    await insert(client, 'Person', people)
    await insert(client, 'Office', [
      { id: randomUUID(), kind: 'rapporteur', personId: rapporteur.id, sessionId: desk.id },
    ])
    const signIns = people.map(({ id: personId }) => ({
      id: randomUUID(),
      personId,
      expiresAt: new Date(Date.now() + 36_000_000),
    }))
    await insert(client, 'SignIn', signIns)
    const delegations = await fillDelegations(client, past.id, desk.id, head.id)
    const sources = await fillSources(client, past.id, delegations)
    const items = await fillItems(client, desk.id, sources, rapporteur.id)
    await client.query('commit')
    await client.query('vacuum analyze')
    return {
      slug: desk.slug,
      sessionId: desk.id,
      groupId,
      rapporteur: { personId: rapporteur.id, signIn: signIns[0]!.id },
      head: { personId: head.id, signIn: signIns[1]!.id },
      items,
      sources: sources.map(({ id }) => id),
    }
  } finally {
    await client.end()
  }
}

async function fillDelegations(client: pg.Client, past: string, desk: string, head: string) {
  const entities = stateRows(DESK.states)
  await insert(client, 'Entity', entities)
  const at = (sessionId: string) =>
    entities.map(({ id: entityId, name, sortKey: key }) => ({
      id: randomUUID(),
      sessionId,
      entityId,
      name,
      sortKey: key,
    }))
  const [then, now] = [at(past), at(desk)]
  await insert(client, 'Delegation', [...then, ...now])
  const place = { personId: head, role: 'head', maySubmit: true }
  await insert(client, 'Representative', [{ id: randomUUID(), delegationId: now[0]!.id, ...place }])
  return then
}

async function fillSources(
  client: pg.Client,
  sessionId: string,
  delegations: { id: string; name: string }[],
) {
  const listId = randomUUID()
  await insert(client, 'PreliminaryList', [{ id: listId, sessionId }])
  const headings = Array.from({ length: DESK.headings }, (_, at) => ({
    id: randomUUID(),
    listId,
    title: `Subject ${at + 1}`,
    position: at + 1,
  }))
  await insert(client, 'ListHeading', headings)
  const perHeading = DESK.sources / DESK.headings
  const items = proposalTexts(DESK.sources).map((text, at) => ({
    id: randomUUID(),
    listId,
    headingId: headings[Math.floor(at / perHeading)]!.id,
    position: 1 + (at % perHeading),
    kind: 'recommendation',
    language: 'en',
    body: documentFromText(text),
    text,
    textHash: sha256(text),
    paragraph: 1 + Math.floor(at / perHeading),
    letter: 'a',
  }))
  await insert(client, 'Item', items)
  const proposals = items.map((_, at) => ({
    id: randomUUID(),
    sessionId,
    number: at + 1,
    delegationId: delegations[at % delegations.length]!.id,
    kind: 'recommendation',
    originalLanguage: 'en',
  }))
  await insert(client, 'Proposal', proposals)
  await insert(
    client,
    'Revision',
    proposals.map(({ id: proposalId, delegationId }, at) => {
      const { body, text, textHash } = items[at]!
      const wordCount = text.split(' ').length
      const revision = { id: randomUUID(), proposalId, number: 1, delegationId }
      return { ...revision, body, text, textHash, wordCount }
    }),
  )
  await insert(
    client,
    'ItemProposal',
    items.map(({ id: itemId }, at) => ({
      itemId,
      proposalId: proposals[at]!.id,
      revisionNumber: 1,
      attribution: [delegations[at % delegations.length]!.name],
    })),
  )
  await client.query('update "PreliminaryList" set "issuedAt" = now() where id = $1', [listId])
  return items
}

async function fillItems(
  client: pg.Client,
  sessionId: string,
  sources: { id: string; text: string }[],
  personId: string,
): Promise<string[]> {
  const listId = randomUUID()
  await insert(client, 'ConsolidatedList', [{ id: listId, sessionId }])
  await client.query(
    `insert into "CoveredList" ("consolidatedListId", "preliminaryListId")
      select distinct $1::uuid, "listId" from "Item" where id = any ($2::uuid[])`,
    [listId, sources.map(({ id }) => id)],
  )
  const headings = Array.from({ length: DESK.headings }, (_, at) => ({
    id: randomUUID(),
    listId,
    title: `Subject ${at + 1}`,
    position: at + 1,
  }))
  await insert(client, 'ConsolidatedHeading', headings)
  const perHeading = DESK.items / DESK.headings
  const items = Array.from({ length: DESK.items }, (_, at) => ({
    id: randomUUID(),
    listId,
    headingId: headings[Math.floor(at / perHeading)]!.id,
    position: 1 + (at % perHeading),
    kind: 'recommendation',
  }))
  await insert(client, 'ConsolidatedItem', items)
  const textOf = (at: number) => sources[(2 * at) % sources.length]!.text
  await insert(
    client,
    'ConsolidatedText',
    items.map(({ id: itemId }, at) => ({
      id: randomUUID(),
      itemId,
      number: 1,
      body: documentFromText(textOf(at)),
      text: textOf(at),
      textHash: sha256(textOf(at)),
      createdById: personId,
    })),
  )
  await insert(
    client,
    'Lineage',
    Array.from({ length: DESK.links }, (_, at) => ({
      id: randomUUID(),
      listId,
      itemId: sources[at % sources.length]!.id,
      consolidatedItemId: items[Math.floor(at / 2) % items.length]!.id,
      linkedById: personId,
    })),
  )
  await insert(
    client,
    'Outcome',
    sources.map(({ id: itemId }) => ({
      id: randomUUID(),
      listId,
      itemId,
      kind: 'mergedInto',
      decidedById: personId,
    })),
  )
  return items.map(({ id }) => id)
}
