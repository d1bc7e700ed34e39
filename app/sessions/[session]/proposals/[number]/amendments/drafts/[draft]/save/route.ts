import { handler } from '@/lib/http/access'
import { saveAmendmentDraft } from '@/lib/amendments/drafts/commands'
import { WriteAmendment } from '@/lib/amendments/schema'
import { readSave } from '@/lib/http/read-request'

/** Keeps a draft while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { written, unanswered } = await readSave(request, WriteAmendment, params.draft)
  const { version } = await saveAmendmentDraft(actor, written, unanswered)
  return Response.json({ version })
})
