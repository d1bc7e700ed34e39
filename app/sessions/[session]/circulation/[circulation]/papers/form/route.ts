import { formFile, formFormats, getForm } from '@/lib/circulation/forms/queries'
import { asId, orNotFound } from '@/lib/errors'
import { asAttachment } from '@/lib/export/file-name'
import { handler } from '@/lib/http/access'

/** The form for download, for the own delegation; for the Secretariat of any addressee. */
export const GET = handler('participant', async (actor, request, params) => {
  const search = new URL(request.url).searchParams
  const format = orNotFound(formFormats.find((candidate) => candidate === search.get('format')))
  const delegationId = asId(search.get('delegation') ?? undefined)
  const paper = await getForm(actor, asId(params.circulation), delegationId)
  const { body, type, name } = await formFile(paper, format)
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': asAttachment(name, body),
      'cache-control': 'private, no-store',
    },
  })
})
