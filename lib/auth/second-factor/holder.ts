import 'server-only'
import { Refused } from '@/lib/errors'
import type { SignedIn } from '@/lib/delegations/actor'
import { currentSignIn } from '../current-actor'
import { networkOfRequest } from '../throttle/attempts'
import type { Holder } from './commands'
import { findPending } from './queries'

/** The person with a sign-in that waits for a code in this browser. */
export async function pendingHolder(): Promise<Holder> {
  const signInId = await currentSignIn()
  const pending = await findPending(signInId)
  if (!pending || !signInId) throw new Refused('forbidden', 'signedOut')
  return { personId: pending.personId, signInId, network: await networkOfRequest() }
}

/** The person who is signed in and changes their own second factor. */
export async function ownHolder({ personId }: SignedIn): Promise<Holder> {
  const signInId = await currentSignIn()
  if (!signInId) throw new Refused('forbidden', 'signedOut')
  return { personId, signInId, network: await networkOfRequest() }
}
