import { keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { KeepDraft } from '@/lib/circulation/comments/schema'
import { handler } from '@/lib/http/access'
import { readSave } from '@/lib/http/read-request'

/** Keeps a comment in its delegation while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { written, unanswered } = await readSave(request, KeepDraft, params.draft)
  const { version } = await keepDraft(actor, written, unanswered)
  return Response.json({ version })
})
