import { ActForm } from '@/components/ui/act-form'
import { TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { statusKinds } from '@/lib/consolidation/kinds'
import { canDeclareStatus, type ItemStatus, type ListState } from '@/lib/consolidation/policy'
import { isAgreed } from '@/lib/consolidation/status/status-rule'
import { translations } from '@/lib/messages'

/**
 * The statuses that the presiding officer can declare for the item now, after asking the room. Agreement is the absence
 * of objection, so it is not offered while one stands. Without an action it names the presiding officer.
 */
export function StatusForms({
  slug,
  list,
  item,
  action,
}: {
  slug: string
  list: ListState
  item: ItemStatus & { id: string; wording: number }
  action: FormAction | null
}) {
  const t = translations('plenary')
  const statuses = translations('consolidation.statuses')
  if (!action) return <p className="text-sm text-quiet">{t('presidingDeclares')}</p>
  const { objections } = item
  const next = statusKinds.filter(
    (kind) =>
      kind !== item.status && canDeclareStatus(list, item, kind, { presides: true }).allowed,
  )
  const agreement = next.filter(isAgreed).toReversed()
  const others = next.filter((kind) => !isAgreed(kind))
  const values = { slug, id: item.id, wording: item.wording }
  return (
    <section aria-labelledby="declare" className="no-print">
      <h2 id="declare" className="font-semibold">
        {t(item.status === 'agreed' ? 'agreedNow' : 'ask')}
      </h2>
      <p className="mb-3 mt-1 text-sm text-quiet">
        {item.status === 'agreed'
          ? t('reopenHint')
          : objections
            ? t('objectionsStand', { objections })
            : t('askHint')}
      </p>
      <div className="grid gap-2">
        {agreement.map((kind) => (
          <ActForm
            // The answer about one item never stands under the next one.
            key={`${item.id} ${kind}`}
            action={action}
            values={{ ...values, kind }}
            button={statuses(kind)}
            tone={kind === 'agreed' ? 'main' : 'quiet'}
            className="grid gap-2"
          />
        ))}
      </div>
      {others.length > 0 && (
        <Form key={item.id} action={action} className="mt-4 grid gap-2">
          <HiddenValues values={values} />
          {others.map((kind) => (
            <SubmitButton key={kind} name="kind" value={kind} tone="quiet">
              {isAgreed(item.status) && kind === 'underDiscussion' ? t('reopen') : statuses(kind)}
            </SubmitButton>
          ))}
          <details className="text-sm">
            <summary className="cursor-pointer py-2">{t('declareReason')}</summary>
            <TextField
              name="reason"
              rows={2}
              label={t('declareReason')}
              hint={t('declareReasonHint')}
            />
          </details>
        </Form>
      )}
    </section>
  )
}
