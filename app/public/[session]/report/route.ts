import { orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'
import { publicReport } from '@/lib/report/adopted/public'
import { readFormat } from '@/lib/report/outputs/formats'

/** The issued report of a session for everybody, always under the same address: a page, or one of its files. */
export const GET = handler('public', async (actor, request, params) => {
  const formatName = new URL(request.url).searchParams.get('format') ?? 'html'
  const file = await publicReport(params.session!, orNotFound(readFormat(formatName)))
  return fileResponse(request, file, actor, { changes: true })
})
