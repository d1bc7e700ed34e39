import { handler } from '@/lib/http/access'
import { readSave } from '@/lib/http/read-request'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { KeepComment } from '@/lib/comments/schema'

/** Keeps a comment in its delegation while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { written, unanswered } = await readSave(request, KeepComment, params.comment)
  const { version } = await saveCommentDraft(actor, written, unanswered)
  return Response.json({ version })
})
