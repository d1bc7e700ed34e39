import { handler } from '@/lib/access'
import { saveAmendmentDraft } from '@/lib/amendments/draft-commands'
import { WriteAmendment } from '@/lib/amendments/schema'
import { Refused } from '@/lib/errors'

const LIMIT = 2_000_000

/** Keeps a draft while it is written. Server actions wait for one another, so this is none. */
export const PUT = handler('participant', async (actor, request, params) => {
  const { unanswered, ...json } = await readJson(request)
  const written = WriteAmendment.safeParse({ ...json, id: params.draft })
  if (!written.success) {
    const { path, message } = written.error.issues[0]!
    throw new Refused('invalid', message === 'tooLong' ? 'text.tooLarge' : 'draftField', {
      field: String(path[0]),
    })
  }
  const earlier = WriteAmendment.safeParse({ ...Object(unanswered), id: params.draft })
  const { version } = await saveAmendmentDraft(actor, written.data, earlier.data)
  return Response.json({ version })
})

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text.length > LIMIT) throw new Refused('invalid', 'text.tooLarge')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    /* Not JSON: refused below like any other value. */
  }
  throw new Refused('invalid', 'text.notAText')
}
