import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
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
  /** For a delegation that may: the fields of its form, whether it is named now, and the two actions. */
  acts?: {
    which: { slug: string; id: string }
    named: boolean
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
      {acts && (
        <Form action={acts.named ? acts.withdraw : acts.state} className="no-print grid gap-2">
          <input type="hidden" name="slug" value={acts.which.slug} />
          <input type="hidden" name="id" value={acts.which.id} />
          <input type="hidden" name="wording" value={wording} />
          {!acts.named && <p className="text-sm text-quiet">{t('supportHint')}</p>}
          <div>
            <SubmitButton tone="quiet">
              {t(acts.named ? 'withdrawSupport' : 'support')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}
