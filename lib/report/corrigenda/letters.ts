import 'server-only'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToSession } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

/** Tells everybody who has a place or an office at the session of a released corrigendum to its report, each once. */
export async function tellReportCorrigendum(
  tx: Tx,
  sessionId: string,
  corrigendum: { symbol: string; paragraph: number; reason: string },
): Promise<void> {
  const t = letters()
  const { slug, short, event } = await letterSession(tx, sessionId)
  const path = `${paths.report(slug)}#paragraph-${corrigendum.paragraph}`
  const about = { ...corrigendum, session: short, event, address: addressOf(path) }
  await writeToSession(tx, sessionId, ({ name }) => ({
    matter: 'lists',
    path,
    subject: t('reportCorrected.subject', about),
    text: t('reportCorrected.text', { ...about, name }),
  }))
}
