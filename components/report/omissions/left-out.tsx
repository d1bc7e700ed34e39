import { ActForm } from '@/components/ui/act-form'
import { Confirmed } from '@/components/ui/confirmed'
import { TextField } from '@/components/ui/field'
import { HiddenValues, type FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { OmissionView } from '@/lib/report/omissions/view'
import { firstWords } from '@/lib/text/first-words'
import { apart } from '@/lib/text/apart'

/** The act that leaves a paragraph out, with its reason. */
export function LeaveOut({
  slug,
  paragraph: { key, number },
  action,
}: {
  slug: string
  paragraph: { key: string; number: number }
  action: FormAction
}) {
  const t = translations('report.omissions')
  return (
    <div className="no-print mt-1 max-w-md font-sans text-sm [&_summary]:font-normal [&_summary]:text-quiet">
      <Confirmed title={t('leaveOut')} label={t('leaveOutNamed', { number })} action={action}>
        <HiddenValues values={{ slug, key }} />
        <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} />
      </Confirmed>
    </div>
  )
}

/** The paragraphs that the report does without, with the reasons; `putBack` for those who write it. */
export function LeftOut({
  omissions,
  slug,
  putBack,
}: {
  omissions: readonly OmissionView[]
  slug: string
  putBack: FormAction | null
}) {
  if (omissions.length === 0) return null
  const t = translations('report.omissions')
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out" className="mb-2 font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-4">
        {omissions.map(({ key, heading, text, reason, by, leftOutAt }) => (
          <li key={key} className="border-t border-line pt-3">
            {heading && <p className="text-sm font-semibold">{heading}</p>}
            <p className="line-clamp-3 font-serif text-sm">{text || t('noMore')}</p>
            <p dir="auto" className="mt-1.5 text-sm">
              {t('because', { reason: apart(reason) })}
            </p>
            <p className="text-sm text-quiet">
              {t('by', { name: by, time: printSeatTime(leftOutAt) })}
            </p>
            {putBack && (
              <ActForm
                action={putBack}
                values={{ slug, key }}
                button={t('putBack')}
                label={t('putBackNamed', { text: firstWords(text) })}
                tone="quiet"
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
