import { describe, expect, it } from 'vitest'
import { fileResponse, memoizedFile } from '@/lib/http/public-file'

const asks = (headers: Record<string, string>) => new Request('http://localhost/', { headers })
const page = () =>
  memoizedFile('a page', async () => ({
    body: '<p>Words.</p>'.repeat(100),
    type: 'text/html; charset=utf-8',
    name: 'page.html',
  }))
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a file for everybody', () => {
  it('is not sent again to a browser that has it', async () => {
    const file = await page()
    const first = fileResponse(asks({}), file)
    expect(await bytes(first)).toEqual(file.body)
    const again = (etag: string) => fileResponse(asks({ 'if-none-match': etag }), file).status
    expect(again(first.headers.get('etag')!)).toBe(304)
    expect(again('W/"another"')).toBe(200)
  })

  it('is a download unless it is a page', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const file = await memoizedFile('a document', async () => ({
      body: 'PK',
      type,
      name: 'list.docx',
    }))
    const response = fileResponse(asks({}), file)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="list-[0-9a-f]{8}\.docx"$/,
    )
    expect(fileResponse(asks({}), await page()).headers.has('content-disposition')).toBe(false)
  })
})
