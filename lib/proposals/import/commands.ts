import 'server-only'
import { randomUUID } from 'node:crypto'
import { printDateRange } from '@/lib/clock'
import { databaseTime, db, isUniqueViolation, type Tx, transaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { sortKey } from '@/lib/delegations/sort-key'
import { authorize, found, Refused } from '@/lib/errors'
import { letter } from '@/lib/export/paper'
import { record, recordByOperator, type RecordedEvent, sha256 } from '@/lib/record/record'
import { canCreateSession } from '@/lib/sessions/policy'
import { documentFromText, plainText } from '@/lib/text/document/document'
import { searchWords, wordCount } from '@/lib/text/words'
import { type ImportedItem, type ImportedList, readImport, type ReadList } from './format'

/** Who imports: a member of the Secretariat, or whoever runs the server's command line. */
export type Importer = SignedIn | 'operator'
export type ImportProgress = (done: number, total: number) => void

/** Reads a file against the States that this installation knows; writes nothing. */
export async function previewImport(bytes: Uint8Array, session?: unknown): Promise<ReadList> {
  const known = await knownStates()
  return readImport(bytes, { states: (name) => known.has(sortKey(name)), session })
}

type KnownState = { id: string; name: string; english: boolean }

/**
 * States by their names in the six languages, and by the English ones without what stands in brackets,
 * as earlier papers print them; those that the demonstration invented too.
 */
async function knownStates(): Promise<Map<string, KnownState>> {
  const entities = await db.entity.findMany({
    where: { kind: { in: ['memberState', 'observerState'] } },
    select: { id: true, name: true, names: true },
  })
  const known = new Map<string, KnownState>()
  const add = (written: string, state: KnownState) => {
    if (!known.has(sortKey(written))) known.set(sortKey(written), state)
  }
  for (const { id, name } of entities) add(name, { id, name, english: true })
  for (const { id, name, names } of entities) {
    add(name.replace(/ \(.*\)$/, ''), { id, name, english: true })
    for (const one of Object.values(names as Record<string, string>))
      add(one, { id, name, english: false })
  }
  return known
}

const CHUNK = 200

/**
 * Makes a past session of the group with its list, as it was issued: a delegation for each State
 * named, an imported proposal for each item that names one, and the items under their headings. All
 * of it or nothing, in one transaction. Refuses who is not the Secretariat, and a session whose
 * number exists.
 */
export async function importList(
  importer: Importer,
  { session, items }: ImportedList,
  progress: ImportProgress = () => {},
): Promise<{ slug: string; items: number }> {
  if (importer !== 'operator') authorize(canCreateSession(importer), 'secretariatOnly')
  const states = await knownStates()
  const personId = importer === 'operator' ? null : importer.personId
  try {
    return await transaction(
      async (tx) => {
        const made = await makeSession(tx, session, personId)
        const delegations = await makeDelegations(tx, made.id, items, states)
        const list = await makeList(tx, made.id, items, personId)
        for (let from = 0; from < items.length; from += CHUNK) {
          progress(from, items.length)
          await makeItems(tx, { sessionId: made.id, list, delegations }, items, from)
        }
        await tx.session.update({
          where: { id: made.id },
          data: { lastProposalNumber: items.filter(({ by }) => by.length > 0).length },
        })
        const dates = printDateRange(new Date(session.startsOn), new Date(session.endsOn))
        await write(tx, importer, 'session.created', made.id, made.id, {
          ordinal: session.ordinal,
          dates,
        })
        await write(tx, importer, 'list.imported', made.id, list.id, { items: items.length })
        progress(items.length, items.length)
        return { slug: made.slug, items: items.length }
      },
      { timeout: 120_000 },
    )
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused('conflict', 'ordinalTaken')
    throw error
  }
}

const write = (
  tx: Tx,
  importer: Importer,
  event: RecordedEvent,
  sessionId: string,
  subjectId: string,
  data: Record<string, string | number>,
) =>
  importer === 'operator'
    ? recordByOperator(tx, event, { sessionId, subjectId, data })
    : record(tx, importer, event, { sessionId, subjectId, data })

async function makeSession(tx: Tx, session: ImportedList['session'], createdById: string | null) {
  const group = found(await tx.expertGroup.findFirst({ orderBy: { id: 'asc' } }))
  const slug = `imported-${session.ordinal}-${session.startsOn.slice(0, 4)}`
  return tx.session.create({
    data: {
      groupId: group.id,
      slug,
      ordinal: session.ordinal,
      title: session.title,
      place: session.place,
      startsOn: new Date(session.startsOn),
      endsOn: new Date(session.endsOn),
      createdById,
      importedFrom: 'list',
    },
    select: { id: true, slug: true },
  })
}

type Delegations = Map<string, { id: string; name: string }>

async function makeDelegations(
  tx: Tx,
  sessionId: string,
  items: readonly ImportedItem[],
  states: Map<string, KnownState>,
): Promise<Delegations> {
  // A State bears the name that the list prints, which was the official one in its time.
  const named = new Map<string, { id: string; name: string }>()
  for (const written of items.flatMap(({ by }) => by)) {
    const { id, name, english } = found(states.get(sortKey(written)))
    if (!named.has(id)) named.set(id, { id, name: english ? written : name })
  }
  const made = await tx.delegation.createManyAndReturn({
    data: [...named.values()].map((entity) => ({
      sessionId,
      entityId: entity.id,
      name: entity.name,
      sortKey: sortKey(entity.name),
    })),
    select: { id: true, name: true, entityId: true },
  })
  const byEntity = new Map(made.map((one) => [one.entityId, one]))
  return new Map(
    items
      .flatMap(({ by }) => by)
      .map((name) => [sortKey(name), byEntity.get(states.get(sortKey(name))!.id)!]),
  )
}

type MadeList = { id: string; headings: Map<string, { id: string; paragraph: number }> }

async function makeList(
  tx: Tx,
  sessionId: string,
  items: readonly ImportedItem[],
  personId: string | null,
): Promise<MadeList> {
  const textHash = sha256(items.map(({ text }) => plainText(documentFromText(text))).join('\n\n'))
  const { id } = await tx.preliminaryList.create({
    data: {
      sessionId,
      textHash,
      createdById: personId,
      issuedAt: await databaseTime(tx),
      issuedById: personId,
    },
    select: { id: true },
  })
  const titles = [...new Set(items.map(({ heading }) => heading))]
  const headings = titles.map((title, index) => ({ id: randomUUID(), title, position: index + 1 }))
  await tx.listHeading.createMany({ data: headings.map((heading) => ({ ...heading, listId: id })) })
  return {
    id,
    headings: new Map(headings.map((one) => [one.title, { id: one.id, paragraph: one.position }])),
  }
}

/** A chunk of items with the proposals they stand for; numbers and letters as of the whole list. */
async function makeItems(
  tx: Tx,
  here: { sessionId: string; list: MadeList; delegations: Delegations },
  items: readonly ImportedItem[],
  from: number,
): Promise<void> {
  const { sessionId, list, delegations } = here
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
      const { id: headingId, paragraph } = list.headings.get(item.heading)!
      return {
        id: itemId,
        listId: list.id,
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
    data: attributed.map(({ item, proposalId, number, text, authors }) => ({
      id: proposalId,
      sessionId,
      number,
      delegationId: authors[0]!.id,
      kind: item.kind,
      originalLanguage: item.language,
      source: 'imported' as const,
      words: searchWords(text, item.language),
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

/** Where each item stands under its heading, and which proposal it is, both counted from 1. */
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
