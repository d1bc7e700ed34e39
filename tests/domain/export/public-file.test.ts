import { describe, expect, it } from 'vitest'
import { htmlPage } from '@/lib/html/frame'
import { html } from '@/lib/html/safe-html'
import { visitor } from '@/lib/delegations/actor'
import { fileResponse, memoizedFile } from '@/lib/http/public-file'

const asks = (headers: Record<string, string>) => new Request('http://localhost/', { headers })
const page = () =>
  memoizedFile('a page', async () => ({
    body: htmlPage({ title: 'Words', content: html`<p>Words.</p>` }),
    type: 'text/html; charset=utf-8',
    name: 'page.html',
  }))
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a file for everybody', () => {
  it('is not sent again to a browser that has it', async () => {
    const file = await page()
    const first = fileResponse(asks({}), file, visitor)
    expect(await bytes(first)).toEqual(file.body)
    const again = async (etag: string) =>
      fileResponse(asks({ 'if-none-match': etag }), file, visitor).status
    expect(await again(first.headers.get('etag')!)).toBe(304)
    expect(await again('W/"another"')).toBe(200)
  })

  it('is a download unless it is a page', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const file = await memoizedFile('a document', async () => ({
      body: 'PK',
      type,
      name: 'list.docx',
    }))
    const response = fileResponse(asks({}), file, visitor)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="list-[0-9a-f]{8}\.docx"$/,
    )
    const shown = fileResponse(asks({}), await page(), visitor)
    expect(shown.headers.has('content-disposition')).toBe(false)
  })

  it('bears the header of whoever is signed in, and then no cache keeps it', async () => {
    const file = await page()
    const person = { ...visitor, personId: '01', name: 'Amara <Voss>' }
    const response = fileResponse(asks({ 'if-none-match': `W/"${file.hash}"` }), file, person)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const text = await response.text()
    expect(text).toContain('Amara &lt;Voss&gt;')
    expect(text).not.toContain('href="/sign-in"')
    const visitorText = await fileResponse(asks({}), file, visitor).text()
    expect(visitorText).not.toContain('Amara')
    expect(visitorText).toContain('href="/sign-in"')
  })

  it('has the colours that its reader chose, and then no cache keeps it', async () => {
    const dark = fileResponse(asks({ cookie: 'a=b; scheme=dark' }), await page(), visitor)
    expect(await dark.text()).toContain('<html data-scheme="dark" lang="en"')
    expect(dark.headers.get('cache-control')).toBe('private, no-store')
    const odd = fileResponse(asks({ cookie: 'scheme="><script>' }), await page(), visitor)
    expect(await odd.text()).not.toContain('data-scheme')
    expect(odd.headers.get('vary')).toBe('Cookie')
  })
})
