import { amendment, change } from './objects'
import type { Permission } from './permission'
import { a_ } from './policies'

/** Permissions on changes to a suggested change. */
// biome-ignore format: it is read as a table
export const decisionsOnChanges: Permission[] = [
  ['decide the changes to that amendment', '•··············', (a) => a_.canDecideChangesTo(a, amendment)],
  ['take in or decline a change to it', '•··············', (a) => a_.canDecideChange(a, change)],
  ['take in or decline a withdrawn one', '···············', (a) => a_.canDecideChange(a, { ...change, withdrawn: true })],
  ['take in or decline a declined one', '···············', (a) => a_.canDecideChange(a, { ...change, declined: true })],
  ['take in or decline one of a withdrawn proposal', '···············', (a) => a_.canDecideChange(a, { ...change, proposalWithdrawn: true })],
  ['take in or decline one to a replaced amendment', '···············', (a) => a_.canDecideChange(a, { ...change, amended: { ...change.amended, open: false } })],
]
