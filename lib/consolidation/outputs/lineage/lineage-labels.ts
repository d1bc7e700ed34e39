import { ordinalWord } from '@/lib/clock'
import { apart } from '@/lib/text/apart'
import { sourceNumber } from '@/lib/consolidation/outputs/consolidated-json'
import type { Lineage } from './lineage'
import { bandId, type FigureWords } from './lineage-svg'
import type { Translate } from '@/lib/consolidation/outputs/list-document'
import { itemNumber, namesOf, present } from '@/lib/consolidation/outputs/print-model'

/** The labels of the drawing's parts. */
export function lineageWords({ origins, ends, bands }: Lineage, t: Translate): FigureWords {
  const origin = (index: number) => {
    const { sessionOrdinal, heading } = origins[index]!
    const word = ordinalWord(sessionOrdinal)
    const session = word.charAt(0).toUpperCase() + word.slice(1)
    return t('lineageOf.origin', { session, heading: apart(heading) })
  }
  const end = (index: number) => {
    const target = ends[index]!
    if (target.kind === 'aside')
      return target.outcome ? t(`outcomes.${target.outcome}`) : t('concordance.open')
    return t('lineageOf.end', {
      number: itemNumber(target.item),
      text: apart(present(target.item).text),
    })
  }
  return {
    label: t('lineageOf.figure'),
    origin,
    end,
    band: (index) => {
      const { from, to, sources } = bands[index]!
      return t('lineageOf.band', { count: sources.length, origin: origin(from), end: end(to) })
    },
  }
}

/** A band as a row of the table that says the same as the drawing. */
export type LineageRow = {
  id: string
  from: string
  items: { id: string; number: string; by: string; text: string; language: string }[]
  to: { label: string; itemId: string | null }
}

export const lineageRows = (lineage: Lineage, words: FigureWords): LineageRow[] =>
  lineage.bands.map(({ from, to, sources }) => {
    const end = lineage.ends[to]!
    return {
      id: bandId(from, to),
      from: words.origin(from),
      items: sources.map((source) => ({
        id: source.id,
        number: sourceNumber(source),
        by: source.takenOverBy.length > 0 ? namesOf(source).join(', ') : '',
        text: source.text,
        language: source.language,
      })),
      to: {
        label: end.kind === 'item' ? itemNumber(end.item) : words.end(to),
        itemId: end.kind === 'item' ? end.item.id : null,
      },
    }
  })
