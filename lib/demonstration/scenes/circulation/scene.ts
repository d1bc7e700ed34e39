import type { PastAct } from '@/lib/demonstration/scenes/diary'
import type { IssuedList } from '@/lib/demonstration/scenes/issued-list'
import type { CastInDatabase } from '@/lib/demonstration/scenes/people'
import type { SessionOfDemonstration } from '@/lib/demonstration/scenes/session'

/** The circulation being made: its room, its lists and its opening time. */
export type CirculationScene = {
  id: string
  session: SessionOfDemonstration
  cast: CastInDatabase
  diary: PastAct[]
  lists: readonly IssuedList[]
  openedAt: Date
}
