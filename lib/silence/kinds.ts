/** The closed lists of silence procedures, as the schema has them. */

export const silenceSubjects = ['dates', 'agenda', 'format', 'organizationOfWork', 'text'] as const
export type SilenceSubject = (typeof silenceSubjects)[number]

export const silenceRolls = ['extendedBureau', 'delegations'] as const
export type SilenceRoll = (typeof silenceRolls)[number]

/** The way of a break: on the page, or by a note or an e-mail that the Secretariat entered. */
const silenceWays = ['page', 'note', 'email'] as const
export type SilenceWay = (typeof silenceWays)[number]

export const silenceRemarkKinds = ['explanation', 'reservation', 'question'] as const
