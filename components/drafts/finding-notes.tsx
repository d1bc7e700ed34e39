import { CircleAlert, Eye } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { translations } from '@/lib/messages'
import type { Finding } from '@/lib/proposals/drafts/check/check'

export type FieldFinding = Finding & { isFault: boolean }

/** The findings in a field: faults as alarms, advice as quiet notes. */
export function FindingNotes({ findings }: { findings: readonly FieldFinding[] }) {
  const faults = translations('refusals')
  const advice = translations('drafts.advice')
  if (findings.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1.5 font-sans text-sm">
      {findings.map(({ key, values, isFault }) => (
        <li key={`${key} ${JSON.stringify(values)}`} className="flex max-w-prose gap-2">
          {isFault ? (
            <Icon of={CircleAlert} size={17} className="mt-0.5 shrink-0 text-alarm" />
          ) : (
            <Icon of={Eye} size={17} className="mt-0.5 shrink-0 text-accent" />
          )}
          <span className={isFault ? 'text-alarm' : undefined}>
            {isFault ? faults(key, values) : advice(key, values)}
          </span>
        </li>
      ))}
    </ul>
  )
}
