import { handler } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { keepImport } from '@/lib/proposals/import/commands'
import { readUpload } from '@/lib/proposals/import/upload'

/** Keeps a file as a draft, or finds the draft of the same contents, and leads to its page. */
export const POST = handler('secretariat', async (actor, request) => {
  const { id } = await keepImport(actor, await readUpload(request))
  return new Response(null, { status: 303, headers: { location: paths.import(id) } })
})
