import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import type { StatedSupport } from '@/lib/plenary/console-queries'
import { formatter, translations } from '@/lib/messages'

/**
 * The supporters of an item, by name and without a number: support is information and never counted. With `acts`, a
 * delegation states or ends its support.
 */
export function InFavour({
  support,
  wording,
  acts = null,
}: {
  support: readonly StatedSupport[]
  wording: number
  /** For a delegation that may: the fields of its form, the wording for which it is named, and the two actions. */
  acts?: {
    which: { slug: string; id: string }
    named: number | null
    state: FormAction
    withdraw: FormAction
  } | null
}) {
  const t = translations('plenary')
  if (support.length === 0 && !acts) return null
  const names = support.map((voice) =>
    voice.wording === wording
      ? voice.delegationName
      : t('toWording', { name: voice.delegationName, wording: voice.wording }),
  )
  return (
    <section aria-labelledby="in-favour" className="grid justify-items-start gap-2">
      <h2 id="in-favour" className="font-semibold">
        {t('inFavour')}
      </h2>
      {names.length > 0 && <p>{formatter.list(names)}</p>}
      {acts && acts.named !== wording && (
        <Form action={acts.state} className="no-print grid gap-2">
          <HiddenValues values={{ ...acts.which, wording }} />
          <p className="text-sm text-quiet">{t('supportHint')}</p>
          <div>
            <SubmitButton tone="quiet">{t('support')}</SubmitButton>
          </div>
        </Form>
      )}
      {acts && acts.named !== null && (
        <Form action={acts.withdraw} className="no-print">
          <HiddenValues values={acts.which} />
          <SubmitButton tone="quiet">{t('withdrawSupport')}</SubmitButton>
        </Form>
      )}
    </section>
  )
}
