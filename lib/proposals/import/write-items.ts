import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { orNotFound } from '@/lib/errors'
import { letter } from '@/lib/export/paper'
import { sha256 } from '@/lib/record/record'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { wordCount } from '@/lib/text/words'
import type { ImportedItem } from './format'
import { printedNames } from './printed-names'
import { type KnownState, knownStates } from './states'

const CHUNK = 200

type Here = {
  sessionId: string
  listId: string
  headings: Headings
  delegations: Delegations
  agendaItemId: string | null
  /** The last proposal number that the session had given before. */
  after: number
}

/**
 * Writes the items of a past list into a session's list, which is empty and not issued: a delegation for
 * each State named, an imported proposal for each item that names one, and the items under their headings.
 * Returns how many proposals there are, and the hash of the list's text.
 */
export async function writeItems(
  tx: Tx,
  items: readonly ImportedItem[],
  to: Pick<Here, 'sessionId' | 'listId' | 'agendaItemId' | 'after'>,
): Promise<{ proposals: number; textHash: string }> {
  const delegations = await delegationsOf(tx, to.sessionId, items, await knownStates())
  const headings = await makeHeadings(tx, to.listId, items)
  for (let from = 0; from < items.length; from += CHUNK)
    await makeItems(tx, { ...to, headings, delegations }, items, from)
  return {
    proposals: items.filter(({ by }) => by.length > 0).length,
    textHash: sha256(items.map(({ text }) => plainText(documentFromText(text))).join('\n\n')),
  }
}

type Delegations = Map<string, { id: string; name: string }>

/** A delegation of the session for each State that the items name: the one that is there, else a new one. */
async function delegationsOf(
  tx: Tx,
  sessionId: string,
  items: readonly ImportedItem[],
  states: Map<string, KnownState>,
): Promise<Delegations> {
  const spellings = items.flatMap(({ by }) => by)
  const entityIds = spellings.map((spelling) => orNotFound(states.get(sortKey(spelling))).id)
  const select = { id: true, name: true, entityId: true } as const
  const present = await tx.delegation.findMany({
    where: { sessionId, entityId: { in: entityIds } },
    select,
  })
  const presentNames = new Map(present.map(({ entityId, name }) => [entityId, name]))
  const newDelegations = await tx.delegation.createManyAndReturn({
    data: [...printedNames(spellings, states, presentNames)]
      .filter(([entityId]) => !presentNames.has(entityId))
      .map(([entityId, name]) => ({ sessionId, entityId, name, sortKey: sortKey(name) })),
    select,
  })
  const byEntity = new Map(
    [...present, ...newDelegations].map((delegation) => [delegation.entityId, delegation]),
  )
  return new Map(
    spellings.map((name) => [sortKey(name), byEntity.get(states.get(sortKey(name))!.id)!]),
  )
}

type Headings = Map<string, { id: string; paragraph: number }>

/** The session's list, which must hold nothing yet, with the headings of the items. */
async function makeHeadings(
  tx: Tx,
  listId: string,
  items: readonly ImportedItem[],
): Promise<Headings> {
  const titles = [...new Set(items.map(({ heading }) => heading))]
  const headings = titles.map((title, index) => ({ id: randomUUID(), title, position: index + 1 }))
  await tx.listHeading.createMany({ data: headings.map((heading) => ({ ...heading, listId })) })
  return new Map(
    headings.map((heading) => [heading.title, { id: heading.id, paragraph: heading.position }]),
  )
}

/** A chunk of items with the proposals they stand for; numbers and letters as of the whole list. */
async function makeItems(
  tx: Tx,
  place: Here,
  items: readonly ImportedItem[],
  from: number,
): Promise<void> {
  const { sessionId, listId, headings, delegations, agendaItemId, after } = place
  const places = placesOf(items)
  const rows = items.slice(from, from + CHUNK).map((item, index) => {
    const body = documentFromText(item.text)
    const authors = item.by.map((name) => delegations.get(sortKey(name))!)
    return {
      item,
      ...places[from + index]!,
      itemId: randomUUID(),
      proposalId: randomUUID(),
      body,
      text: plainText(body),
      authors,
    }
  })
  await tx.item.createMany({
    data: rows.map(({ item, itemId, body, text, position }) => {
      const { id: headingId, paragraph } = headings.get(item.heading)!
      return {
        id: itemId,
        listId,
        headingId,
        position,
        kind: item.kind,
        language: item.language,
        body,
        text,
        textHash: sha256(text),
        paragraph,
        letter: letter(position),
        importedNumber: item.number || null,
      }
    }),
  })
  const attributed = rows.filter(({ authors }) => authors.length > 0)
  await tx.proposal.createMany({
    data: attributed.map(({ item, proposalId, number, authors }) => ({
      id: proposalId,
      sessionId,
      number: after + number,
      agendaItemId,
      delegationId: authors[0]!.id,
      kind: item.kind,
      originalLanguage: item.language,
      source: 'imported' as const,
    })),
  })
  await tx.revision.createMany({
    data: attributed.map(({ item, proposalId, body, text, authors }) => ({
      proposalId,
      number: 1,
      body,
      text,
      textHash: sha256(text),
      wordCount: wordCount(text, item.language),
      delegationId: authors[0]!.id,
    })),
  })
  await tx.coSponsorship.createMany({
    data: attributed.flatMap(({ proposalId, authors }) =>
      authors
        .slice(1)
        .map(({ id: delegationId }) => ({ proposalId, delegationId, revisionNumber: 1 })),
    ),
  })
  await tx.itemProposal.createMany({
    data: attributed.map(({ itemId, proposalId, authors }) => ({
      itemId,
      proposalId,
      revisionNumber: 1,
      attribution: authors.map(({ name }) => name),
    })),
  })
}

/** The place of each item under its heading, and its proposal number, both counted from 1. */
function placesOf(items: readonly ImportedItem[]): { position: number; number: number }[] {
  const under = new Map<string, number>()
  let proposals = 0
  return items.map(({ heading, by }) => {
    const position = (under.get(heading) ?? 0) + 1
    under.set(heading, position)
    if (by.length > 0) proposals += 1
    return { position, number: proposals }
  })
}
