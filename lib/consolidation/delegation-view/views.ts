import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { DeskSource } from '@/lib/consolidation/views'
import type { ListState } from '@/lib/consolidation/policy'
import type { StatusKind, Taken } from '@/lib/consolidation/kinds'

/** A delegation's disagreement with the outcome of its item; `wording` is the wording that it is about. */
export type OwnDisagreement = {
  id: string
  itemId: string
  consolidatedItemId: string | null
  wording: number | null
  text: string
  statedAt: Date
  delegationId: string
}

/** A consolidated item in which something of a preliminary one lives on. */
export type Surviving = {
  id: string
  heading: string
  paragraph: number | null
  letter: string | null
  language: string
  text: string
  wording: number
  status: StatusKind
  /** Why it has its present wording, or why it was corrected. */
  reason: string
  /** The number of its last corrigendum, 0 for none, and the time of its release. */
  corrected: number
  correctedAt: Date | null
}

/** A preliminary item of theirs, its outcome, and the items with its words. */
export type OurItem = DeskSource & {
  surviving: (Surviving & { taken: Taken; words: string; disagreement: OwnDisagreement | null })[]
  /** Against the outcome itself, if no item takes anything of it. */
  disagreement: OwnDisagreement | null
  /** Those that stand and are about an outcome or an item that it has no more: only their delegation can withdraw them. */
  former: OwnDisagreement[]
}

/** An item on the issued list of a session; `importedNumber` is that on the paper of an imported list. */
type ListedItem = {
  id: string
  paragraph: number | null
  letter: string | null
  importedNumber: string | null
}

/** A proposal that they made, co-sponsored, took over, suggested a change of or commented on. */
export type OurProposal = {
  id: string
  sessionSlug: string
  sessionOrdinal: number
  number: number
  author: string
  language: string
  text: string
  withdrawnAt: Date | null
  withdrawalReason: string
  own: boolean
  /** The revision to which they agreed as co-sponsors, and the present one. */
  coSponsored: number | null
  current: number
  /** Whether they took it over from its authors. */
  takenOver: boolean
  /** Whether its session has issued a list. */
  listed: boolean
  /** Its items on that list. */
  listedItems: ListedItem[]
  /** Whether this stock-taking covers that list; null while no stock-taking is open. */
  covered: boolean | null
  /** Those of the listed items that this stock-taking covers, each with its outcome. */
  items: OurItem[]
}

export type OurAmendment = {
  id: string
  proposalId: string
  number: number
  releasedAt: Date
  withdrawnAt: Date | null
  decision: 'accepted' | 'partly' | 'declined' | null
  reason: string
  /** The revision that decided it. */
  revision: number | null
  answers: { by: string; text: string }[]
}

export type OurComment = {
  id: string
  proposalId: string
  category: CommentCategory
  position: CommentPosition
  text: string
  releasedAt: Date
  withdrawnAt: Date | null
  answers: { by: string; text: string }[]
}

/** Something of theirs to which something happened; `id` is that of the item, the amendment or the comment. */
export type OurChange = { kind: 'item' | 'amendment' | 'comment'; id: string; at: Date }

/** All proposals of a delegation, each with its fate. */
export type OursView = {
  delegationName: string
  /** The consolidated list, once it was opened, as the policy asks for it. */
  list: ListState | null
  /** Whether a consolidated list was opened, and adopted. */
  opened: boolean
  adopted: boolean
  version: number
  proposals: OurProposal[]
  amendments: OurAmendment[]
  comments: OurComment[]
  /** Events since this person's last look, the latest first. */
  changes: OurChange[]
}
