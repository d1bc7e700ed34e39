import { type CirculationView, getCirculation } from '@/lib/circulation/comments/reading/queries'
import type { ContentsList, DraftView } from '@/lib/circulation/comments/reading/views'
import type { Actor } from '@/lib/delegations/actor'
import { asId } from '@/lib/errors'
import { getSession } from '@/lib/sessions/queries'

/** The session and the circulation that a page's address names. */
export async function readAddress(actor: Actor, params: Record<string, string>) {
  const session = await getSession(actor, params.session!)
  const circulation = await getCirculation(actor, session, asId(params.circulation))
  return { session, circulation }
}

/** The input of the reading page's parts. */
export type PartInput = {
  actor: Actor
  circulation: CirculationView
  lists: readonly ContentsList[]
  search: Record<string, string>
  /** The draft that the address names. */
  draft: DraftView | null
}
