import 'server-only'
import type { Tx } from '@/lib/db/client'
import { notify } from '@/lib/db/notifications'

/** The one channel of PostgreSQL on which all instances tell each other of changes. */
export const CHANNEL = 'stocktake_live'

/**
 * Tells every open viewer, at whichever instance, that something under these topics has changed: at the moment when the
 * act commits, never before and never if it does not. Carries no content, so that a listener learns no content; each
 * viewer's own query then decides what is shown.
 */
export const announce = (tx: Tx, ...topics: readonly string[]): Promise<void> =>
  notify(tx, CHANNEL, topics)

/** The topic of one person's desk: news to the person, their acts and their reading. */
export const deskTopic = (personId: string): string => `desk:${personId}`

/** The topic of the consoles and desks of a stock-taking: every act on its list and every decision on its session, but for typed words. */
export const listTopic = (sessionId: string): string => `consolidation:${sessionId}`

/** The topic of the screen before the room of a session: every act on its content, and each word typed there. */
export const screenTopic = (sessionId: string): string => `screen:${sessionId}`
