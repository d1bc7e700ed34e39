import { handler } from '@/lib/http/access'
import { saveDraft } from '@/lib/proposals/drafts/commands'
import { WriteDraft } from '@/lib/proposals/schema'
import { readSave } from '@/lib/http/read-request'

/** Keeps a draft while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { written, unanswered } = await readSave(request, WriteDraft, params.draft)
  const { version } = await saveDraft(actor, written, unanswered)
  return Response.json({ version })
})
