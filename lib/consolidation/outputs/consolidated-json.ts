import {
  itemNumber,
  itemsOf,
  present,
  type PrintedItem,
  type PrintedList,
  type PrintedSource,
  sourcesOfItem,
} from './print-model'

/**
 * The list as plain JSON with its whole lineage: every item with its sources, every preliminary item
 * with its outcome. Without attribution, no State is named.
 */
export function consolidatedJson(list: PrintedList, { attribution = true } = {}) {
  const { session, headings, sources } = list
  const numbers = new Map(itemsOf(list).map((item) => [item.id, itemNumber(item)]))
  const by = (source: PrintedSource) =>
    attribution
      ? {
          by: source.attribution,
          ...(source.takenOverBy.length > 0 && { takenOverBy: source.takenOverBy }),
        }
      : {}
  const itemJson = (item: PrintedItem, heading: string) => ({
    number: itemNumber(item),
    heading,
    kind: item.kind,
    language: item.language,
    text: present(item).text,
    sha256: present(item).textHash,
    standing: list.adoptedAt ? 'adopted' : item.status,
    ...(item.corrigenda.length > 0 && {
      adoptedText: item.text,
      corrigenda: item.corrigenda.map(({ number, text, textHash, reason, issuedAt }) => ({
        number,
        text,
        sha256: textHash,
        reason,
        issuedAt: issuedAt.toISOString(),
      })),
    }),
    sources: sourcesOfItem(list, item.id).map(({ source, taken, words }) => ({
      ...sourceKey(source),
      ...by(source),
      taken,
      ...(words && { words }),
    })),
  })
  return {
    format: 'stocktake-consolidated',
    version: 1,
    session: {
      ordinal: session.ordinal,
      title: session.title,
      place: session.place,
      startsOn: session.startsOn.toISOString().slice(0, 10),
      endsOn: session.endsOn.toISOString().slice(0, 10),
    },
    adoptedAt: list.adoptedAt?.toISOString() ?? null,
    adoptedAtMeeting: list.adoptedMeeting,
    sha256: list.textHash,
    items: headings.flatMap(({ title, items }) => items.map((item) => itemJson(item, title))),
    preliminary: sources.map((source) => ({
      ...sourceKey(source),
      kind: source.kind,
      language: source.language,
      text: source.text,
      sha256: source.textHash,
      ...by(source),
      outcome: source.outcome,
      reason: source.reason,
      decidedAt: source.decidedAt?.toISOString() ?? null,
      decidedBy: source.decidedBy,
      into: source.uses.map(({ itemId, taken, words }) => ({
        number: numbers.get(itemId) ?? null,
        taken,
        ...(words && { words }),
      })),
      ...(attribution && {
        disagreements: source.disagreements.map(({ by: name, text, itemId, wording }) => ({
          by: name,
          text,
          number: itemId && (numbers.get(itemId) ?? null),
          wording,
        })),
      }),
    })),
  }
}

/** The key of a preliminary item: its session, its heading, and its number on that list. */
const sourceKey = (source: PrintedSource) => ({
  session: source.sessionOrdinal,
  heading: source.heading,
  number: sourceNumber(source),
  ...(source.importedNumber && { printedAs: source.importedNumber }),
})

/** "2 (c)": the number of a preliminary item on its own list. */
export const sourceNumber = ({ paragraph, letter }: PrintedSource): string =>
  [paragraph, letter && `(${letter})`].filter(Boolean).join(' ')
