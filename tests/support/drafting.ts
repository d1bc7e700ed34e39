import type { SignedIn } from '@/lib/delegations/actor'
import { saveDraft } from '@/lib/proposals/drafts/commands'
import type { Scenario } from './scenario'

/** Writes into a draft that was just begun: a recommendation under item 2; ready to be submitted. */
export async function writesDraft(
  { agenda }: Pick<Scenario, 'agenda'>,
  actor: SignedIn,
  { id }: { id: string },
  text: string,
  reason = 'Clearer.',
  originalLanguage: 'en' | 'ar' = 'en',
): Promise<{ id: string; version: number }> {
  const { version } = await saveDraft(actor, {
    id,
    version: 1,
    kind: 'recommendation',
    agendaItemId: agenda['2']!,
    body: '',
    text,
    explanation: '',
    originalLanguage,
    reason,
  })
  return { id, version }
}
