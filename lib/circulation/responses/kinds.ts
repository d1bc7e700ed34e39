/** The outcome of a comment, in the order of the form. */
export const responseOutcomes = [
  'takenUp',
  'takenUpInPart',
  'notTakenUp',
  'noted',
  'answeredElsewhere',
] as const
export type ResponseOutcome = (typeof responseOutcomes)[number]

/** The commenter's reply to the response. */
export const replyKinds = ['accepts', 'maintains'] as const
export type ReplyKind = (typeof replyKinds)[number]

/** Whether an outcome is clear without further words. */
export const speaksForItself = (outcome: ResponseOutcome): boolean =>
  outcome === 'takenUp' || outcome === 'noted'

/** Whether this outcome may bring words of the comment into the list. */
export const takesWords = (outcome: ResponseOutcome): boolean =>
  outcome === 'takenUp' || outcome === 'takenUpInPart'
