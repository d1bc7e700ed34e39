import { orNotFound } from '@/lib/errors'
import { asAttachment } from '@/lib/export/file-name'
import { handler } from '@/lib/http/access'
import { draftParticipants, participantFormats } from '@/lib/meetings/participants/files'
import { getSession } from '@/lib/sessions/queries'

/** The list of participants as it would be issued now, for the Secretariat. */
export const GET = handler('participant', async (actor, request, params) => {
  const formatName = new URL(request.url).searchParams.get('format')
  const format = orNotFound(participantFormats.find((format) => format === formatName))
  const session = await getSession(actor, params.session!)
  const { body, type, name } = await draftParticipants(actor, session, format)
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': asAttachment(name, body),
      'cache-control': 'private, no-store',
    },
  })
})
