// The first yardstick: node:http and pg, the same rows as one string of HTML.
import http from 'node:http'
import { compilationRows, escape, issuedPage, line, listRows, page, proposalRows } from './rows.mjs'

const server = http.createServer((request, response) => {
  answer(new URL(request.url ?? '/', 'http://localhost')).then(
    (html) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(html)
    },
    (error: unknown) => {
      response.writeHead(500)
      response.end(String(error))
    },
  )
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))

async function answer({ pathname, searchParams }: URL): Promise<string> {
  const session = searchParams.get('session') ?? ''
  if (pathname === '/list')
    return page(
      `<ol>${(await listRows(session, searchParams.get('words'))).map(line).join('')}</ol>`,
    )
  if (pathname === '/issued') return issuedPage(session)
  if (pathname === '/compilation') {
    const asked = (name: string) => searchParams.get(name) ?? ''
    const { text, comments } = await compilationRows(asked('circulation'), asked('item'))
    return page(`<h1>${escape(text ?? '')}</h1><ol>${comments.map(line).join('')}</ol>`)
  }
  const { proposal, comments } = await proposalRows(session, 1)
  return page(`<h1>${escape(proposal?.text)}</h1><ol>${comments.map(line).join('')}</ol>`)
}
