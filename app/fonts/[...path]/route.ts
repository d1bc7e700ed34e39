import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { handler } from '@/lib/access'
import { found } from '@/lib/errors'

const NAME = /^(wght\.css|files\/noto-serif-sc-[\w-]+\.woff2)$/

/**
 * The Chinese letters, which only pages with a Chinese text ask for: a style sheet that names a hundred
 * small files, of which a browser takes those that it needs.
 */
export const GET = handler('public', async (_, request) => {
  const name = found(NAME.exec(new URL(request.url).pathname.replace(/^\/fonts\//, ''))?.[0])
  const folder = path.join(process.cwd(), 'node_modules/@fontsource-variable/noto-serif-sc')
  const file = await readFile(path.join(folder, name))
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': name.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
})
