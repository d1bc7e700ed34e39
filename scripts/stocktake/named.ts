import { db } from '@/lib/db/client'
import { CannotStart } from '@/lib/env'
import { findSession } from '@/lib/sessions/queries'
import type { SessionView } from '@/lib/sessions/session-view'

/** The session that the arguments name; else throws a sentence with the sessions that there are. */
export async function sessionNamed(slug: string): Promise<SessionView> {
  const session = await findSession(slug)
  if (session) return session
  const sessions = await db.session.findMany({
    orderBy: { startsOn: 'desc' },
    select: { slug: true },
  })
  throw new CannotStart(
    `There is no session "${slug}". ${choice(
      'session',
      sessions.map((each) => each.slug),
    )}`,
  )
}

/** The id of the circulation that the arguments name; else throws a sentence with the circulations that there are. */
export async function circulationNamed(typed: string): Promise<string> {
  const circulations = await db.circulation.findMany({
    orderBy: { id: 'desc' },
    select: { id: true, title: true },
  })
  const known = circulations.find(({ id }) => id === typed.toLowerCase())
  if (known) return known.id
  const lines = circulations.map(({ id, title }) => `${id} (${title})`)
  throw new CannotStart(`There is no circulation "${typed}". ${choice('circulation', lines)}`)
}

const choice = (noun: string, known: readonly string[]): string =>
  known.length === 0
    ? `This installation has no ${noun} yet.`
    : `These are there:\n${known.map((line) => `  ${line}`).join('\n')}`
