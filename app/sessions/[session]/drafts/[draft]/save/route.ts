import { handler } from '@/lib/access'
import { saveDraft } from '@/lib/proposals/draft-commands'
import { WriteDraft } from '@/lib/proposals/schema'
import { readSave } from '@/lib/saving'

/** Keeps a draft while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { written, unanswered } = await readSave(request, WriteDraft, params.draft)
  const { version } = await saveDraft(actor, written, unanswered)
  return Response.json({ version })
})
