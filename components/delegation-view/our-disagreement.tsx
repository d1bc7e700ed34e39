import { ActForm } from '@/components/ui/act-form'
import { TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { OwnDisagreement } from '@/lib/consolidation/delegation-view/views'
import { translations } from '@/lib/messages'
import type { DelegationViewActs } from './acts'

/**
 * The delegation's disagreement with the outcome of its item, if it stated one, and for people who may submit the form
 * to state, renew or withdraw it. Opens without a script.
 */
export function OurDisagreement({
  about,
  stated,
  slug,
  delegation,
  disagree,
}: {
  about: { itemId: string; consolidatedItemId: string | null; wording: number | null }
  stated: OwnDisagreement | null
} & DelegationViewActs) {
  const t = translations('ours.disagreement')
  const isOlder = stated !== null && stated.wording !== about.wording
  if (!stated && !disagree) return null
  return (
    <div className="mt-2 grid grid-cols-1 gap-3">
      {stated && (
        <div className="border-s-4 border-alarm ps-4">
          <p className="text-sm text-quiet">
            {stated.wording === null
              ? t('stated', { time: printSeatTime(stated.statedAt) })
              : t('onWording', { stated: stated.wording, time: printSeatTime(stated.statedAt) })}
          </p>
          <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
            {stated.text}
          </p>
          {isOlder && (
            <p className="text-sm font-semibold">{t('older', { present: about.wording ?? 0 })}</p>
          )}
          {disagree && (
            <ActForm
              action={disagree.withdraw}
              className="no-print mt-1"
              values={{ slug, id: stated.id }}
              button={t('withdraw')}
              tone="plain"
            />
          )}
        </div>
      )}
      {disagree && (!stated || isOlder) && (
        <details className="no-print">
          <summary className="cursor-pointer py-1 text-sm text-accent">
            {t(stated ? 'anew' : 'state')}
          </summary>
          <Form action={disagree.state} className="mt-2 grid max-w-prose gap-3">
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="itemId" value={about.itemId} />
            <input type="hidden" name="consolidatedItemId" value={about.consolidatedItemId ?? ''} />
            <input type="hidden" name="wording" value={about.wording ?? 0} />
            <TextField name="text" label={t('text')} hint={t('about')} rows={3} />
            <div>
              <SubmitButton tone="quiet">{t('submit', { name: delegation })}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </div>
  )
}
