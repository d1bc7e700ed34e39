import { handler } from '@/lib/http/access'
import { publicSnapshot } from '@/lib/plenary/snapshots/public'
import { orNotFound } from '@/lib/errors'
import { readNumber } from '@/lib/proposals/number'
import { fileResponse } from '@/lib/http/public-file'

const FORMATS = ['html', 'docx', 'pdf', 'json'] as const

/** The agreed paragraphs of one moment, for everybody; `against` marks them against an earlier snapshot. */
export const GET = handler('public', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const format = orNotFound(FORMATS.find((format) => format === (search.get('format') ?? 'html')))
  const against = search.has('against') ? readNumber(search.get('against')!) : null
  const file = await publicSnapshot(params.session!, readNumber(params.number), { format, against })
  return fileResponse(request, file, actor)
})
