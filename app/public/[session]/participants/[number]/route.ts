import { orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { fileResponse } from '@/lib/http/public-file'
import { participantFormats, publicParticipants } from '@/lib/meetings/participants/files'
import { readNumber } from '@/lib/proposals/number'

/** An issued list of participants, for everybody. */
export const GET = handler('public', async (actor, request, params) => {
  const formatName = new URL(request.url).searchParams.get('format') ?? 'html'
  const format = orNotFound(participantFormats.find((format) => format === formatName))
  const file = await publicParticipants(params.session!, readNumber(params.number), format)
  return fileResponse(request, file, actor)
})
