import 'server-only'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentActor } from '@/lib/auth/current-actor'
import { isFromThisSite } from '@/lib/auth/origin'
import { logRefusedRight } from '@/lib/auth/security/refusals'
import {
  type Actor,
  isSecretariat,
  isSignedIn,
  type SignedIn,
  takesPart,
} from '@/lib/delegations/actor'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { refusalPage } from '@/lib/http/shell/refusal-page'
import { refusalSentence } from '@/lib/http/forms/refusal-sentence'
import { hasGroup } from '@/lib/sessions/groups/first-group'

/**
 * The access rule of a page; its own queries then decide what it shows. `participant`: a person with a place or an
 * office in the group. Every page and route handler declares one; a test fails on any that does not.
 */
type Access = 'public' | 'signedIn' | 'participant' | 'secretariat'
type ActorOf<A extends Access> = A extends 'public' ? Actor : SignedIn

const mayEnter = (access: Access, actor: Actor): boolean =>
  access === 'public' ||
  (isSignedIn(actor) &&
    (access === 'signedIn' ||
      (access === 'participant' && takesPart(actor)) ||
      (access === 'secretariat' && isSecretariat(actor))))

/** All addresses of next-auth. */
const AUTHENTICATION = '/api/auth'

/** The pages that are open before the group of a new installation is named: set-up, sign-in, account, and help. */
const openBefore = [paths.setUp, paths.signIn(), AUTHENTICATION, paths.account, paths.help]

/** Whether an address leads to the page that names the group, because nobody has named it yet. */
async function leadsToSetUp(requestHeaders: Pick<Headers, 'get'>): Promise<boolean> {
  if (await hasGroup()) return false
  const [path = '/'] = (requestHeaders.get('x-stocktake-path') ?? '/').split('?')
  return !openBefore.some((open) => path === open || path.startsWith(`${open}/`))
}

/** The sign-in address for a visitor, with the requested address to return to. */
const signInFirst = (requestHeaders: Pick<Headers, 'get'>): string =>
  paths.signIn(requestHeaders.get('x-stocktake-path') ?? '/')

/** The reader of an answer that no page makes ("not found"). Cached per request by the actor's own query. */
export const currentReader = async (): Promise<{ actor: Actor; address: string | null }> => ({
  actor: await currentActor(),
  address: (await headers()).get('x-stocktake-path'),
})

export type PageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
type PageInput = {
  params: Record<string, string>
  search: Record<string, string>
}

/**
 * Makes a page: leads to the set-up of a new installation, finds the actor, asks a visitor to sign in, answers "not
 * found" to a person who may not enter and to every refusal, then renders.
 */
export function page<A extends Access>(
  access: A,
  render: (actor: ActorOf<A>, input: PageInput) => Promise<ReactNode>,
) {
  return async function Page({ params, searchParams }: PageProps) {
    const actor = await currentActor()
    if (await leadsToSetUp(await headers())) redirect(paths.setUp)
    if (!mayEnter(access, actor)) {
      if (isSignedIn(actor)) {
        await logRefusedRight(actor, { reason: 'forbidden', key: access })
        notFound()
      }
      redirect(signInFirst(await headers()))
    }
    try {
      const input = { params: await params, search: single(await searchParams) }
      return await render(actor as ActorOf<A>, input)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await logRefusedRight(actor, error)
      return notFound()
    }
  }
}

/**
 * Makes the title of a page, which names the thing that the page is about. Whoever may not read the thing gets the kind
 * of the page alone, for a thing that exists as for one that does not.
 */
export function titled<A extends Access>(
  access: A,
  kind: () => string,
  name: (actor: ActorOf<A>, input: PageInput) => Promise<string>,
) {
  return async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
    const actor = await currentActor()
    if (!mayEnter(access, actor)) return { title: kind() }
    try {
      const input = { params: await params, search: single(await searchParams) }
      return { title: await name(actor as ActorOf<A>, input) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { title: kind() }
    }
  }
}

const statusOf = {
  'not-found': 404,
  forbidden: 403,
  closed: 409,
  conflict: 409,
  invalid: 400,
} as const

const READS = new Set(['GET', 'HEAD'])

type Context = { params: Promise<Record<string, string>> }

/**
 * Makes a route handler. Every request that writes must come from this site. Refusals become JSON `{ reason, key,
 * values, message }` with their status; a person who may not enter gets 404, a visitor 401. A browser gets the sign-in
 * page, or the refusal as a page.
 */
export function handler<A extends Access>(
  access: A,
  handle: (
    actor: ActorOf<A>,
    request: Request,
    params: Record<string, string>,
  ) => Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    const actor = await currentActor()
    // Also true for a form sent without script: the browser then shows the answer.
    const acceptsHtml = request.headers.get('accept')?.includes('text/html')
    if (acceptsHtml && READS.has(request.method) && (await leadsToSetUp(request.headers)))
      return new Response(null, { status: 307, headers: { location: paths.setUp } })
    if (!mayEnter(access, actor)) {
      await logRefusedRight(actor, { reason: 'forbidden', key: access })
      if (acceptsHtml && isSignedIn(actor)) return refusalPage(actor, request, 404)
      if (acceptsHtml && READS.has(request.method)) {
        const location = signInFirst(request.headers)
        return new Response(null, { status: 307, headers: { location } })
      }
      return Response.json({ reason: 'not-found' }, { status: isSignedIn(actor) ? 404 : 401 })
    }
    try {
      if (!READS.has(request.method) && !(await isFromThisSite())) {
        throw new Refused('forbidden', 'foreignOrigin')
      }
      return await handle(actor as ActorOf<A>, request, await context.params)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await logRefusedRight(actor, error)
      const { reason, key, values } = error
      const message = refusalSentence(error)
      if (acceptsHtml) return refusalPage(actor, request, statusOf[reason], message)
      return Response.json({ reason, key, values, message }, { status: statusOf[reason] })
    }
  }
}

/** Search parameters with one value each; if an address repeats one, its values are joined by commas. */
const single = (search: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => {
      if (value === undefined) return []
      return [[name, Array.isArray(value) ? value.join(',') : value]]
    }),
  )
