import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SessionNav } from '@/components/sessions/session-nav'
import { currentActor } from '@/lib/auth/current-actor'
import { takesPart } from '@/lib/delegations/actor'
import { findSession } from '@/lib/sessions/queries'

/** The name of the session and the links to its rooms, above each of its pages. */
export default async function SessionLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ session: string }>
}) {
  const actor = await currentActor()
  const session = takesPart(actor) ? await findSession((await params).session) : null
  const path = (await headers()).get('x-stocktake-path')
  return (
    <>
      {session && <SessionNav actor={actor} session={session} path={path} />}
      {children}
    </>
  )
}
