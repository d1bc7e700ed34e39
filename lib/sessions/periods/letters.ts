import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToSession } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { PeriodKind } from '../kinds'

/** Tells everybody who has a place at the session that a period was opened, extended or closed, or closes soon. */
export async function tellPeriod(
  tx: Tx,
  change: 'opened' | 'extended' | 'closed' | 'closing',
  {
    sessionId,
    kind,
    openUntil,
    reason = '',
  }: { sessionId: string; kind: PeriodKind; openUntil: Date; reason?: string },
): Promise<void> {
  const t = letters()
  const { event, short, slug } = await letterSession(tx, sessionId)
  // Open to each recipient; who may propose begins there.
  const path = paths.proposals(slug)
  const address = addressOf(path)
  const until = printSeatTime(openUntil)
  const because = reason && `${t('period.because', { reason })}\n\n`
  const about = { change, kind, event, session: short, until, because, address }
  await writeToSession(tx, sessionId, ({ name }) => ({
    matter: 'always',
    path,
    subject: t('period.subject', about),
    text: t('period.text', { ...about, name }),
  }))
}
