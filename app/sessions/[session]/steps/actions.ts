'use server'

import { formAction } from '@/lib/http/action'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { annulDecision, recordDecision } from '@/lib/sessions/decisions/commands'
import { AnnulDecision, RecordDecision } from '@/lib/sessions/decisions/schema'

export const decide = formAction(RecordDecision, async (actor, input) => ({
  goTo: paths.steps(await recordDecision(actor, input)),
  message: translations('said')('decided'),
}))

export const annul = formAction(AnnulDecision, async (actor, input) => ({
  goTo: paths.steps(await annulDecision(actor, input)),
  message: translations('said')('decisionAnnulled'),
}))
