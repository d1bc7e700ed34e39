import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft } from '@/lib/amendments/drafts/commands'
import type { WriteAmendment } from '@/lib/amendments/schema'
import type { SignedIn } from '@/lib/delegations/actor'

/** Writes a draft of a suggested change and releases it, as its page does. */
export async function releaseAmendment(actor: SignedIn, input: WriteAmendment) {
  const { id, version } = await saveAmendmentDraft(actor, input)
  return releaseAmendmentDraft(actor, { id, version })
}
