import { redirect } from 'next/navigation'
import type { Actor } from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { listDiscardedDrafts } from '@/lib/proposals/drafts/care-queries'
import { type DraftView, getDraft } from '@/lib/proposals/drafts/queries'

/** The draft of that address. One that was discarded leads to the place where it can be put back, while it can. */
export async function openedDraft(
  actor: Actor,
  session: { id: string; slug: string } & Parameters<typeof getDraft>[1],
  id: string | undefined,
): Promise<DraftView> {
  try {
    return await getDraft(actor, session, id)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const discarded = await listDiscardedDrafts(actor, session)
    if (discarded.some((draft) => draft.id === id))
      redirect(`${paths.drafts(session.slug)}#discarded`)
    throw error
  }
}
