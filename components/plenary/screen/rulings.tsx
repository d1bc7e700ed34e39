import { ActForm } from '@/components/ui/act-form'
import { CheckField, SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { ordinalFigure } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { DecisionOnScreen } from '@/lib/sessions/decisions/on-screen'
import type { RulingsView } from '@/lib/sessions/decisions/room-queries'

/** Rulings at the console: the presiding officer rules, and the room gets a decision before it. */
export function Rulings({
  slug,
  view: { onScreen, latest, rulings, mayShow },
  acts: { rule, show },
}: {
  slug: string
  view: RulingsView
  acts: { rule: FormAction; show: FormAction }
}) {
  const t = translations('plenary.rulings')
  const steps = translations('sitting.steps')
  return (
    <section aria-labelledby="rulings" className="mt-12 border-t border-line pt-6">
      <h2 id="rulings" className="font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      <div className="mt-4 grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        {rulings.length > 0 && (
          <Form action={rule} label={t('rule')} className="grid max-w-xl gap-5">
            <input type="hidden" name="slug" value={slug} />
            <SelectField
              name="step"
              label={t('what')}
              options={rulings.map((step) => ({ value: step, label: steps(step) }))}
            />
            <TextField name="words" label={t('words')} hint={t('wordsHint')} rows={3} />
            <CheckField name="show" label={t('showAtOnce')} defaultChecked />
            <div>
              <SubmitButton>{t('rule')}</SubmitButton>
            </div>
          </Form>
        )}
        <div>
          <h3 className="font-semibold">{t('latest')}</h3>
          {latest.length === 0 && <p className="text-quiet">{t('none')}</p>}
          <ul>
            {latest.map((decision) => (
              <li
                key={decision.id}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2"
              >
                <div className="min-w-0 flex-1 basis-60">
                  <Line decision={decision} />
                </div>
                {mayShow && decision.id !== onScreen?.id && (
                  <ActForm
                    action={show}
                    values={{ slug, decisionId: decision.id }}
                    button={t('show')}
                    label={t('showNamed', { number: decision.number })}
                    tone="plain"
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

/** Shows that a decision is before the room instead of the item, and the act that takes it off. */
export function DecisionBeforeRoom({
  slug,
  view: { onScreen, mayShow },
  hide,
}: {
  slug: string
  view: RulingsView
  hide: FormAction
}) {
  if (!onScreen) return null
  const t = translations('plenary.rulings')
  return (
    <section
      aria-labelledby="before-room"
      className="mb-8 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-s-4 border-accent bg-accent-wash px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-80">
        <h2 id="before-room" className="text-sm font-semibold">
          {t('onScreen')}
        </h2>
        <Line decision={onScreen} />
      </div>
      {mayShow && <ActForm action={hide} values={{ slug }} button={t('hide')} tone="quiet" />}
    </section>
  )
}

function Line({ decision }: { decision: DecisionOnScreen }) {
  const { step, words, date, meeting } = decision
  const t = translations('plenary.rulings')
  const when = [meeting && t('screen.meeting', { meeting: ordinalFigure(meeting) }), date]
  return (
    <>
      <p dir="auto" className="break-words">
        {step === 'ruled' ? words : translations('sitting.steps')(step)}
      </p>
      <p className="text-sm text-quiet">{when.filter(Boolean).join(', ')}</p>
    </>
  )
}
