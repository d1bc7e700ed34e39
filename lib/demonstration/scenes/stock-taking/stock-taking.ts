import { randomUUID } from 'node:crypto'
import { ordinalWord } from '@/lib/clock'
import type { OutcomeKind } from '@/lib/consolidation/kinds'
import { outcomeOfLinks } from '@/lib/consolidation/outcomes/outcome-rule'
import type { Tx } from '@/lib/db/client'
import type { IssuedList } from '@/lib/demonstration/scenes/issued-list'
import { plainText } from '@/lib/text/document/document'
import { fromMarked } from '@/lib/text/document/marked'
import { CLOSE, OPEN } from '@/lib/text/signs'
import { sha256 } from '@/lib/record/record'
import { setAside, type SourceKey, stockTakingList } from './items'
import { playPlenary } from './plenary'
import type { MadeItem, StockTaking } from './room'

const QUARTER = 15 * 60_000

/**
 * The stock-taking under way: the Secretariat opened it over the issued lists, the Rapporteur made items of most
 * sources and set one aside, and the plenary has begun. Acts begin at `openedAt`.
 */
export async function makeStockTaking(
  tx: Tx,
  setting: Pick<StockTaking, 'session' | 'cast' | 'diary'>,
  lists: readonly IssuedList[],
  openedAt: Date,
): Promise<void> {
  let at = openedAt.getTime()
  const next = () => new Date((at += QUARTER))
  const { session, cast } = setting
  const { secretariat, rapporteur } = cast.officers
  const { id: listId } = await tx.consolidatedList.create({
    data: { sessionId: session.id, createdAt: next(), createdById: secretariat.id },
  })
  const room: StockTaking = { ...setting, listId, next }
  const opening = { actingFor: 'secretariat', person: secretariat, sessionId: session.id }
  setting.diary.push({
    ...opening,
    at: openedAt,
    event: 'consolidation.opened',
    subjectId: listId,
  })
  for (const list of lists)
    setting.diary.push({
      ...opening,
      at: openedAt,
      event: 'consolidation.listCovered',
      subjectId: list.id,
      data: { session: ordinalWord(list.ordinal) },
    })
  await tx.coveredList.createMany({
    data: lists.map(({ id }) => ({
      consolidatedListId: listId,
      preliminaryListId: id,
      chosenAt: openedAt,
      chosenById: secretariat.id,
    })),
  })
  const items = await makeItems(tx, room)
  await linkSources(tx, room, lists, items)
  await playPlenary(tx, room, items, rapporteur)
}

/** The headings and the items with all their wordings. */
async function makeItems(tx: Tx, room: StockTaking): Promise<MadeItem[]> {
  const { listId, cast, session, diary, next } = room
  const { rapporteur } = cast.officers
  const act = { person: rapporteur, actingFor: 'rapporteur', sessionId: session.id }
  const headings = stockTakingList.map(({ title, items }, index) => ({
    id: randomUUID(),
    title,
    position: index + 1,
    items,
  }))
  await tx.consolidatedHeading.createMany({
    data: headings.map(({ id, title, position }) => ({ id, listId, title, position })),
  })
  const rows = headings.flatMap(({ id: headingId, title, items }) => {
    diary.push({
      ...act,
      at: next(),
      event: 'consolidation.headingAdded',
      subjectId: headingId,
      data: { title },
    })
    return items.map(
      (about): MadeItem => ({
        id: randomUUID(),
        headingId,
        title,
        kind: about.kind,
        wordings: about.wordings.map(({ text: wording }, at) => {
          const body = fromMarked(markedText(wording))
          const text = plainText(body)
          return { number: at + 1, text, body, textHash: sha256(text) }
        }),
        about,
      }),
    )
  })
  const texts = rows.flatMap(({ id: itemId, wordings, about }) =>
    wordings.map(({ number, body, text, textHash }) => {
      const createdAt = next()
      diary.push({
        ...act,
        at: createdAt,
        event: number === 1 ? 'consolidation.itemMade' : 'consolidation.itemReworded',
        subjectId: itemId,
        data: number === 1 ? { sources: about.sources.length } : { wording: number },
        textHash,
      })
      const reason = about.wordings[number - 1]?.reason ?? ''
      return { itemId, number, body, text, textHash, reason, createdAt }
    }),
  )
  const positions = new Map<string, number>()
  await tx.consolidatedItem.createMany({
    data: rows.map(({ id, headingId, kind, wordings }) => {
      const position = (positions.get(headingId) ?? 0) + 1
      positions.set(headingId, position)
      const createdAt = texts.find(({ itemId }) => itemId === id)!.createdAt
      const createdById = rapporteur.id
      return {
        id,
        listId,
        headingId,
        position,
        kind,
        currentNumber: wordings.length,
        createdAt,
        createdById,
      }
    }),
  })
  await tx.consolidatedText.createMany({
    data: texts.map((text) => ({ ...text, createdById: rapporteur.id })),
  })
  return rows
}

const markedText = (text: string): string =>
  text.replaceAll('[', OPEN.notAgreed).replaceAll(']', CLOSE.notAgreed)

/** Links the items to their sources, and gives each source the outcome that follows; one is set aside. */
async function linkSources(
  tx: Tx,
  { listId, session, cast, diary, next }: StockTaking,
  lists: readonly IssuedList[],
  items: readonly MadeItem[],
): Promise<void> {
  const { rapporteur } = cast.officers
  const sourceOf = (key: SourceKey) => {
    const [ordinal, number] = key.split('/').map(Number)
    const listItem = lists.find((list) => list.ordinal === ordinal)?.items.get(number!)
    if (!listItem) throw new Error(`The demonstration has no source ${key}.`)
    return listItem
  }
  const links = items.flatMap(({ id, wordings, about }) =>
    about.sources.map((source) => {
      const {
        from,
        taken,
        words = '',
      } = typeof source === 'string' ? { from: source, taken: 'whole' as const } : source
      const item = sourceOf(from)
      const sameText = item.textHash === wordings.at(-1)!.textHash
      const outcome = outcomeOfLinks([{ sources: about.sources.length, sameText }])
      return { item, consolidatedItemId: id, taken, words, outcome }
    }),
  )
  await tx.lineage.createMany({
    data: links.map(({ item, consolidatedItemId, taken, words }) => ({
      listId,
      itemId: item.id,
      consolidatedItemId,
      taken,
      words,
      linkedAt: next(),
      linkedById: rapporteur.id,
    })),
  })
  const aside = sourceOf(setAside.source)
  const outcomes: { itemId: string; kind: OutcomeKind; reason: string }[] = [
    ...links.map(({ item, outcome }) => ({ itemId: item.id, kind: outcome!, reason: '' })),
    { itemId: aside.id, kind: 'deferred', reason: setAside.reason },
  ]
  await tx.outcome.createMany({
    data: outcomes.map(({ itemId, kind, reason }) => {
      const decidedAt = next()
      diary.push({
        at: decidedAt,
        event: 'consolidation.outcomeGiven',
        sessionId: session.id,
        person: rapporteur,
        actingFor: 'rapporteur',
        subjectId: itemId,
        data: { outcome: kind },
      })
      return { listId, itemId, kind, reason, decidedAt, decidedById: rapporteur.id }
    }),
  })
  const { by, text } = setAside.disagreement
  const { head, name } = cast.delegations[by]
  const textHash = sha256(text)
  const stated = { statedAt: next(), statedById: head.id }
  const delegationId = session.delegations[by]
  await tx.disagreement.create({
    data: { listId, itemId: aside.id, delegationId, text, textHash, ...stated },
  })
  diary.push({
    at: stated.statedAt,
    event: 'consolidation.disagreed',
    sessionId: session.id,
    person: head,
    delegationId,
    actingFor: name,
    subjectId: aside.id,
    data: { item: aside.id, wording: 0 },
    textHash,
  })
}
