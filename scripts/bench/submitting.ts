// Releases comments in a separate process, as a server action does without Next's part in it.
import { randomUUID } from 'node:crypto'
import { actorOf } from '@/lib/auth/current-actor'
import { unseal } from '@/lib/auth/cookie'
import { releaseComment } from '@/lib/comments/commands'
import { WriteComment } from '@/lib/comments/schema'
import { isSignedIn } from '@/lib/delegations/actor'
import { insertComment } from './rows.mjs'
import { generated } from './texts'

/** The submissions: their number, the number at once, their proposals, their people; `bare` writes only the rows. */
export type Order = {
  bare: boolean
  count: number
  atOnce: number
  proposals: string[]
  sealed: string[]
  delegations: string[]
}

let submitted = 0

async function submit({ bare, proposals, sealed, delegations }: Order): Promise<number> {
  const at = submitted++
  const proposalId = proposals[at % proposals.length]!
  const text = generated(at, 40)
  const begun = performance.now()
  if (bare) await insertComment(proposalId, delegations[at % delegations.length]!, text)
  else {
    const signIn = await unseal(sealed[at % sealed.length])
    const actor = await actorOf(signIn!)
    if (!isSignedIn(actor)) throw new Error('The sign-in of the benchmark is not known.')
    const typed = { id: randomUUID(), proposalId, revisionNumber: '1', position: 'question', text }
    await releaseComment(actor, WriteComment.parse(typed))
  }
  return performance.now() - begun
}

async function work(order: Order): Promise<number[]> {
  const times: number[] = []
  let left = order.count
  const submitOnce = async () => {
    while (left-- > 0) times.push(await submit(order))
  }
  await Promise.all(Array.from({ length: order.atOnce }, submitOnce))
  return times
}

process.on('message', (order: Order) => {
  work(order).then(
    (times) => process.send!({ times }),
    (error: unknown) => process.send!({ error: String(error) }),
  )
})
process.on('SIGTERM', () => process.exit())
console.log('ready')
