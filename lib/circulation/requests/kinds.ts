import { kindMayComment } from '@/lib/comments/policy'
import { enteredKinds } from '@/lib/delegations/schema'

/** The kinds of participants that may ask to take part; States are written to by the Secretariat. */
export const askingKinds = (setting: { stakeholdersMayComment: boolean }) =>
  enteredKinds.filter((kind) => kindMayComment(kind, setting))
