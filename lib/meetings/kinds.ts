/** The closed lists of meetings, as the schema has them. */

export const statementKinds = [
  'state',
  'group',
  'observer',
  'organisation',
  'rightOfReply',
  'pointOfOrder',
] as const
export type StatementKind = (typeof statementKinds)[number]

const attendedHows = ['credentials', 'signIn', 'byHand'] as const
export type AttendedHow = (typeof attendedHows)[number]
