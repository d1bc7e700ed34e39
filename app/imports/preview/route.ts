import { readUpload } from '@/lib/proposals/import/upload'
import { handler } from '@/lib/http/access'
import { previewImport } from '@/lib/proposals/import/commands'
import { translations } from '@/lib/messages'

/** What a file would import: its first items, or everything that is wrong with it. Writes nothing. */
export const POST = handler('secretariat', async (_, request) => {
  const { bytes, session } = await readUpload(request)
  const { list, problems } = await previewImport(bytes, session)
  const t = translations('imports.problems')
  const ofText = translations('refusals')
  return Response.json({
    problems: problems.map(({ line, key, values }) => ({
      line,
      key,
      sentence: key.startsWith('text.') ? ofText(key, values) : t(key, values),
    })),
    session: list?.session ?? null,
    count: list?.items.length ?? 0,
    first: list?.items.slice(0, 20) ?? [],
  })
})
