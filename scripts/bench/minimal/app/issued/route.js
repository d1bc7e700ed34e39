import { issuedPage } from '../../../rows.mjs'

export async function GET(request) {
  const session = new URL(request.url).searchParams.get('session')
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  return new Response(await issuedPage(session), { headers })
}
