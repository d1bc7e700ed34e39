import pg from 'pg'
import { cookieName, seal } from '@/lib/auth/cookie'
import { db } from '@/lib/db/client'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { provideEnv } from '@/lib/env'
import type { HtmlForm } from '@/tests/support/html-forms'
import { filledFolder, postgresOf, startServer } from '@/tests/support/machine'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'

/** A started server with the demonstration, whose database the test reaches too. */
export async function running() {
  const DATA_DIR = filledFolder()
  const url = await startServer({ DATA_DIR, AUTH_SECRET }).ready()
  const DATABASE_URL = socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake')
  provideEnv({ DATABASE_URL, APP_URL: url, AUTH_SECRET })
  return { url, owner: new pg.Client({ connectionString: DATABASE_URL }) }
}

/** A browser without script. */
export type Browser = {
  get: (address: string) => Promise<string>
  /** Sends a form, with a message of an earlier act that the browser still keeps for the page. */
  post: (
    address: string,
    fields: HtmlForm['fields'],
    said?: string,
  ) => Promise<{ status: number; page: string }>
}

/** One in which somebody of the cast is signed in. */
export async function browserOf(url: string, email: string): Promise<Browser> {
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const { id } = await db.signIn.create({ data: { personId, expiresAt } })
  const headers = { cookie: `${cookieName()}=${await seal(id)}`, accept: 'text/html', origin: url }
  return {
    get: async (address) => {
      const answer = await fetch(`${url}${address}`, { headers, redirect: 'manual' })
      return answer.headers.get('content-type')?.includes('html') ? answer.text() : ''
    },
    post: async (address, fields, said) => {
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      const answer = await fetch(`${url}${address}`, {
        method: 'POST',
        headers: { ...headers, ...(said && { cookie: `${headers.cookie}; said=${said}` }) },
        body,
        redirect: 'manual',
      })
      return { status: answer.status, page: await answer.text() }
    },
  }
}

/** The kind of a page: its address without sessions, numbers and ids, and the names of its parameters. */
export const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, 'http://here')
  const place = pathname
    .replace(/^\/sessions\/(?!new)[^/]+/, '/sessions/#')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '#')
  return `${place}?${[...searchParams.keys()].join('&')}`
}
