import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { ProposalView } from '@/lib/proposals/queries'
import { apart } from '@/lib/text/apart'

/** The withdrawal of a proposal, and the State that took it over, each with the reason; else nothing. */
export function WithdrawnNotice({
  proposal: { withdrawnAt, withdrawalReason, takenOver, delegationName },
}: {
  proposal: ProposalView
}) {
  const t = translations('proposals.one')
  if (!withdrawnAt) return null
  return (
    <div className="mb-6 border-s-4 border-line-strong ps-4">
      <p className="font-semibold">
        {t('withdrawn', { name: delegationName, time: printSeatTime(withdrawnAt) })}
      </p>
      {withdrawalReason && (
        <p dir="auto">{t('withdrawalReason', { reason: apart(withdrawalReason) })}</p>
      )}
      {takenOver && (
        <p className="mt-1 font-semibold">
          {t('takenOver', { name: takenOver.name, time: printSeatTime(takenOver.at) })}
        </p>
      )}
      {takenOver?.reason && (
        <p dir="auto">{t('withdrawalReason', { reason: apart(takenOver.reason) })}</p>
      )}
    </div>
  )
}
