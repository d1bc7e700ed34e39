import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import type { DeskAmendment } from '@/lib/amendments/joining/desk'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { listed } from '@/lib/text/apart'

/** Suggestions to delete the whole text: the author withdraws the proposal, or keeps the text and says why. */
export function Deletions({
  amendments,
  of,
  action,
}: {
  amendments: readonly DeskAmendment[]
  of: { slug: string; number: number }
  /** Null for people who may not submit, and outside the period. */
  action: FormAction | null
}) {
  const t = translations('joining.deletions')
  return amendments.map(({ id, number, by, reason }) => (
    <section
      key={id}
      aria-labelledby={`deletion-${number}`}
      className="mb-6 max-w-3xl border-s-4 border-alarm bg-alarm-wash p-4"
    >
      <h2 id={`deletion-${number}`} className="font-semibold">
        {t('title', { name: by[0]!, number })}
      </h2>
      {by.length > 1 && <p className="text-sm">{t('with', { names: listed(by.slice(1)) })}</p>}
      {reason && (
        <p dir="auto" className="whitespace-pre-line break-words">
          {reason}
        </p>
      )}
      <p className="my-2 text-sm">{t('means')}</p>
      {action && (
        <div className="grid gap-3">
          <Form action={action} label={t('keep')}>
            <input type="hidden" name="amendmentId" value={id} />
            <TextField
              name="reason"
              label={t('reason')}
              hint={t('reasonHint')}
              rows={2}
              dir="auto"
            />
            <div className="flex flex-wrap gap-3">
              <SubmitButton tone="quiet">{t('keep')}</SubmitButton>
              <a href={paths.withdraw(of.slug, of.number)} className="button button-plain">
                {t('withdraw')}
              </a>
            </div>
          </Form>
        </div>
      )}
    </section>
  ))
}
