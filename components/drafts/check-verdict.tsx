import { CircleAlert, CircleCheck, Eye } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { translations } from '@/lib/messages'
import type { DraftCheck } from '@/lib/proposals/drafts/check/check'

/** In one line: whether the draft is complete, and the amount of advice. */
export function CheckVerdict({ check: { faults, advice } }: { check: DraftCheck }) {
  const t = translations('drafts')
  const isComplete = faults.length === 0
  return (
    <div
      className={`mb-8 grid max-w-3xl gap-1 border-s-4 px-4 py-3 ${
        isComplete ? 'border-accent bg-accent-wash' : 'border-alarm bg-alarm-wash'
      }`}
    >
      <p className="flex gap-2 font-semibold">
        {isComplete ? (
          <Icon of={CircleCheck} size={18} className="mt-1 shrink-0 text-accent" />
        ) : (
          <Icon of={CircleAlert} size={18} className="mt-1 shrink-0 text-alarm" />
        )}
        {isComplete ? t('complete') : t('incomplete', { count: faults.length })}
      </p>
      {advice.length > 0 && (
        <p className="flex gap-2">
          <Icon of={Eye} size={18} className="mt-1 shrink-0 text-accent" />
          {t('worthALook', { count: advice.length })}
        </p>
      )}
    </div>
  )
}
