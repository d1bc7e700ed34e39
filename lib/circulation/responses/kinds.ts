/** What became of a comment, in the order in which a form offers it. */
export const responseOutcomes = [
  'takenUp',
  'takenUpInPart',
  'notTakenUp',
  'noted',
  'answeredElsewhere',
] as const
export type ResponseOutcome = (typeof responseOutcomes)[number]

/** What the commenter says to the response. */
export const replyKinds = ['accepts', 'maintains'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** Whether an outcome says enough without words of its own. */
export const speaksForItself = (outcome: ResponseOutcome): boolean =>
  outcome === 'takenUp' || outcome === 'noted'

/** Whether words of the comment can stand in the list by this outcome. */
export const takesWords = (outcome: ResponseOutcome): boolean =>
  outcome === 'takenUp' || outcome === 'takenUpInPart'
