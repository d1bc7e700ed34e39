import { ordinalWord } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** An item by its number and first words, so that a sentence about it can lead to it. */
export type ItemName = {
  id: string
  /** '' for an item that is off the list. */
  number: string
  words: string
  language: string
  /** The session of its list, if it is an item of an issued preliminary list. */
  source: { slug: string; ordinal: number } | null
}

/** "1 (b) “Member States should …”"; an item of a preliminary list with its session, since numbers recur. */
export const itemInWords = ({
  number,
  words,
  source,
}: Pick<ItemName, 'number' | 'words' | 'source'>): string =>
  [
    source && number
      ? translations('consolidation')('numberAt', {
          number,
          session: ordinalWord(source.ordinal),
        })
      : number,
    `“${words}”`,
  ]
    .filter(Boolean)
    .join(' ')
