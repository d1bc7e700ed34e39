import type { PastAct } from '@/lib/demonstration/scenes/diary'
import type { CastInDatabase } from '@/lib/demonstration/scenes/people'
import type { SessionOfDemonstration } from '@/lib/demonstration/scenes/session'
import type { TextDocument } from '@/lib/text/document/document'
import type { StockTakingItem } from './items'

/** The stock-taking being made: its people, and the acts of the record. */
export type StockTaking = {
  session: SessionOfDemonstration
  cast: CastInDatabase
  diary: PastAct[]
  listId: string
  /** The time of the next act, a quarter of an hour after the last. */
  next: () => Date
}

/** A consolidated item as it stands in the database. */
export type MadeItem = {
  id: string
  headingId: string
  title: string
  kind: StockTakingItem['kind']
  wordings: {
    number: number
    text: string
    body: TextDocument
    textHash: string
  }[]
  about: StockTakingItem
}
