import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { handler } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'

const NAME =
  /^(source-serif-4|source-sans-3|noto-naskh-arabic|noto-serif-sc)\/(wght(-italic)?\.css|files\/[\w-]+\.woff2)$/

/**
 * The letters of the pages that are written as they stand, and the Chinese ones for every page that
 * holds a Chinese text: style sheets that name small files, of which a browser takes those that it needs.
 */
export const GET = handler('public', async (_, request) => {
  const name = orNotFound(NAME.exec(new URL(request.url).pathname.replace(/^\/fonts\//, ''))?.[0])
  const file = await readFile(path.join(process.cwd(), 'node_modules/@fontsource-variable', name))
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': name.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
})
