import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SessionNav } from '@/components/sessions/session-nav'
import { currentActor } from '@/lib/auth/current-actor'
import { takesPart } from '@/lib/delegations/actor'
import { findSession } from '@/lib/sessions/queries'
import { sessionName } from '@/lib/sessions/session-view'

type Params = Promise<{ session: string }>

/** The actor, and the session if they may see it. */
async function load(params: Params) {
  const actor = await currentActor()
  return { actor, session: takesPart(actor) ? await findSession((await params).session) : null }
}

/** Each page names its session in its title: proposals of several sessions have one number. */
export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { session } = await load(params)
  if (!session) return {}
  const name = sessionName(session)
  return { title: { default: name, template: `%s · ${name} · Stocktake` } }
}

/** The name of the session and the links to its rooms, above each of its pages. */
export default async function SessionLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Params
}) {
  const { actor, session } = await load(params)
  const path = (await headers()).get('x-stocktake-path')
  return (
    <>
      {session && <SessionNav actor={actor} session={session} path={path} />}
      {children}
    </>
  )
}
