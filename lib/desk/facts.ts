/** A session as a row names it. */
export type SessionName = { slug: string; ordinal: number; eventWord: string }

/** An unreleased text of one of the person's own delegations. */
export type DeskDraft = {
  id: string
  kind: 'proposal' | 'comment' | 'amendment'
  sessionId: string
  delegationId: string
  /** The proposal that it revises or is about; null for a new one. */
  proposal: { id: string; number: number } | null
  /** The person who wrote it last. */
  writer: { id: string; name: string }
  /** The person who asked those who may submit to release it, if anybody. */
  askedBy: string | null
  updatedAt: Date
  /** Its first words, the delegation's own. */
  words: string
}

/** Someone's act on a proposal, with the delegation that did it. */
type By = { delegationId: string; name: string }

export type DeskComment = By & {
  id: string
  isQuestion: boolean
  parentId: string | null
  at: Date
}

export type DeskAmendment = By & {
  number: number
  at: Date
  withdrawnAt: Date | null
  /** Whether the author of the text decides about it: it changes that text, and no later version took its place. */
  isOfText: boolean
  /** The change of another delegation that it changes, while that delegation can take it in or decline it. */
  amends: (By & { number: number }) | null
  /** The decline by the delegation of the changed suggestion. */
  declined: (By & { at: Date }) | null
  coSponsors: string[]
  decisions: { kind: 'accepted' | 'partly' | 'declined'; revision: number; at: Date }[]
  answers: { delegationId: string | null; at: Date }[]
}

/** A proposal that concerns one of the person's delegations, or that the person follows; all of it was released. */
export type DeskProposal = By & {
  id: string
  sessionId: string
  session: SessionName
  number: number
  currentNumber: number
  submittedAt: Date
  /** The submission time of the present revision. */
  revisedAt: Date
  withdrawnAt: Date | null
  takenOver: By | null
  listIssued: boolean
  coSponsors: (By & { revision: number })[]
  amendments: DeskAmendment[]
  comments: DeskComment[]
  /** The person's last look at it. */
  visit: { at: Date; revision: number } | null
  /** Since when the person follows it, and since when its agenda item or its State. */
  followedAt: Date | null
  widelyFollowedAt: Date | null
}
