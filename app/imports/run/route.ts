import { handler } from '@/lib/http/access'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { importList, previewImport } from '@/lib/proposals/import/commands'
import { readUpload } from '@/lib/proposals/import/upload'
import { translations } from '@/lib/messages'

/** Imports a file and tells how far it is, one JSON value a line; the last says where the list stands. */
export const POST = handler('secretariat', async (actor, request) => {
  const { bytes, session } = await readUpload(request)
  const { list } = await previewImport(bytes, session)
  if (!list) throw new Refused('invalid', 'importFaulty')
  const t = translations('refusals')
  const lines = new TransformStream<object, string>({
    transform: (value, stream) => stream.enqueue(`${JSON.stringify(value)}\n`),
  })
  const writer = lines.writable.getWriter()
  const say = (value: object) => void writer.write(value).catch(() => {})
  void importList(actor, list, (done, total) => say({ done, total }))
    .then(({ slug }) => say({ goTo: paths.list(slug) }))
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) console.error(error)
      const known = error instanceof Refused
      say({ message: known ? t(error.key, error.values) : t('importFailed') })
    })
    .finally(() => void writer.close().catch(() => {}))
  return new Response(lines.readable.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' },
  })
})
