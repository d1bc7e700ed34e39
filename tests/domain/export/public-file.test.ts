import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fileResponse, keptFile } from '@/lib/export/public-file'
import { PACKED } from '@/lib/startup/packed'

const asks = (headers: Record<string, string>) => new Request('http://localhost/', { headers })
const page = () =>
  keptFile('a page', async () => ({
    body: '<p>Words.</p>'.repeat(100),
    type: 'text/html; charset=utf-8',
    name: 'page.html',
  }))
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a file for everybody', () => {
  it('is packed as the browser takes it, and says so', async () => {
    const file = await page()
    const coded = (accept: string) => fileResponse(asks({ 'accept-encoding': accept }), file)
    const [brotli, gzip] = [coded('gzip, deflate, br, zstd'), coded('gzip;q=0.8, br;q=0')]
    expect(brotli.headers.get(PACKED)).toBe('br')
    expect(gzip.headers.get(PACKED)).toBe('gzip')
    expect(brotliDecompressSync(await bytes(brotli))).toEqual(file.body)
    expect(gunzipSync(await bytes(gzip))).toEqual(file.body)
    for (const accept of ['', 'identity', 'brown'])
      expect(await bytes(coded(accept))).toEqual(file.body)
    expect(brotli.headers.get('vary')).toBe('accept-encoding')
  })

  it('is not sent again to who has it, in that very packing', async () => {
    const file = await page()
    const first = fileResponse(asks({ 'accept-encoding': 'br' }), file)
    const etag = first.headers.get('etag')!
    const again = (accept: string) =>
      fileResponse(asks({ 'accept-encoding': accept, 'if-none-match': etag }), file).status
    expect(again('br')).toBe(304)
    expect(again('gzip')).toBe(200)
  })

  it('is left alone where its form is packed already', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const file = await keptFile('a document', async () => ({ body: 'PK', type, name: 'list.docx' }))
    const response = fileResponse(asks({ 'accept-encoding': 'br' }), file)
    expect(response.headers.get(PACKED)).toBeNull()
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="list.docx"')
  })
})
