import { StateWord } from '@/components/ui/state-word'
import type { AmendmentLabel } from '@/lib/amendments/carried'
import type { AmendmentView } from '@/lib/amendments/queries'
import { translations } from '@/lib/messages'

const shapes = {
  applies: 'open',
  needsAttention: 'waiting',
  alreadyIncluded: 'done',
  noLongerApplies: 'ended',
  deletesText: 'waiting',
  unreadable: 'none',
} as const

/** The state of an amendment: withdrawn, taken in, decided, replaced, on another amendment, or its label on the latest text. */
export function LabelWord({
  amendment,
}: {
  amendment: { label: AmendmentLabel; withdrawnAt: Date | null } & Partial<
    Pick<AmendmentView, 'amends' | 'replacedBy' | 'takenInto' | 'decline' | 'decisions'>
  >
}) {
  const t = translations('amendments.labels')
  if (amendment.withdrawnAt) return <StateWord shape="ended">{t('withdrawn')}</StateWord>
  if (amendment.takenInto) return <StateWord shape="done">{t('takenInto')}</StateWord>
  if (amendment.decline) return <StateWord shape="ended">{t('declined')}</StateWord>
  if (amendment.replacedBy) return <StateWord shape="ended">{t('replaced')}</StateWord>
  if (amendment.amends) return <StateWord shape="open">{t('ofAnother')}</StateWord>
  const decision = amendment.decisions?.at(-1)
  if (decision)
    return (
      <StateWord shape={decision.kind === 'declined' ? 'ended' : 'done'}>
        {t(decision.kind)}
      </StateWord>
    )
  return <StateWord shape={shapes[amendment.label]}>{t(amendment.label)}</StateWord>
}
