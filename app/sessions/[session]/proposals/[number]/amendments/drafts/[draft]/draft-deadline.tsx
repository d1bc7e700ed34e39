import { PeriodLine } from '@/components/time/period-line'
import type { AmendmentDraftDetails } from '@/lib/amendments/drafts/queries'
import { isWithdrawn } from '@/lib/proposals/policy'
import type { ProposalView } from '@/lib/proposals/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The sentence that says why a draft can no longer be released; null while its text and the changed amendment stand. */
export function endOf(proposal: ProposalView, draft: AmendmentDraftDetails): string | null {
  if (isWithdrawn(proposal)) return translations('amendments')('proposalWithdrawn')
  return draft.amends?.open === false ? translations('amendments.draft')('amendedEnded') : null
}

/** Until when a draft can be released, or why it no longer can. */
export const DraftDeadline = ({ session, end }: { session: SessionView; end: string | null }) =>
  end ? (
    <p className="font-semibold text-ink">{end}</p>
  ) : (
    <PeriodLine
      session={session}
      kind="comments"
      open={translations('amendments')('openUntil')}
      never={translations('amendments.draft')('notOpen')}
    />
  )
