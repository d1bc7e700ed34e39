import { StateWord } from '@/components/ui/state-word'
import type { AmendmentLabel } from '@/lib/amendments/carried'
import { translations } from '@/lib/messages'

const shapes = {
  applies: 'open',
  needsAttention: 'waiting',
  alreadyIncluded: 'done',
  noLongerApplies: 'ended',
  deletesText: 'waiting',
  unreadable: 'none',
} as const

/** How an amendment stands: withdrawn, or its label on the latest text. */
export function LabelWord({
  amendment,
}: {
  amendment: { label: AmendmentLabel; withdrawnAt: Date | null }
}) {
  const t = translations('amendments.labels')
  if (amendment.withdrawnAt) return <StateWord shape="ended">{t('withdrawn')}</StateWord>
  return <StateWord shape={shapes[amendment.label]}>{t(amendment.label)}</StateWord>
}
