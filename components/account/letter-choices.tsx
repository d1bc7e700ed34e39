import { type FormAction, Form, SubmitButton } from '@/components/ui/form'
import { letterKinds, letterTimings } from '@/lib/delegations/letters/timing'
import { translations } from '@/lib/messages'
import type { ChooseLetters } from '@/lib/notifications/schema'

/** The times of mail by kind: at once, once a day or not at all. */
export function LetterChoices({ chosen, action }: { chosen: ChooseLetters; action: FormAction }) {
  const t = translations('letterChoices')
  return (
    <section aria-labelledby="letters" id="mail">
      <h2 id="letters" className="font-serif text-lg font-semibold">
        {t('title')}
      </h2>
      <p className="mb-3 mt-1 max-w-prose text-sm text-quiet">{t('lead')}</p>
      <Form action={action} className="grid gap-4">
        <div className="border-t border-line-strong">
          {letterKinds.map((kind) => (
            <fieldset
              key={kind}
              className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
            >
              <legend className="float-start contents">
                <span>
                  <span className="block font-semibold">{t(`kinds.${kind}`)}</span>
                  <span className="block text-sm text-quiet">{t(`hints.${kind}`)}</span>
                </span>
              </legend>
              <span className="flex flex-wrap gap-x-4 sm:justify-self-end">
                {letterTimings.map((timing) => (
                  <label key={timing} className="flex items-center gap-1.5 py-1 text-sm">
                    <input
                      type="radio"
                      name={kind}
                      value={timing}
                      defaultChecked={chosen[kind] === timing}
                    />
                    {t(`timings.${timing}`)}
                  </label>
                ))}
              </span>
            </fieldset>
          ))}
          <p className="border-b border-line py-2.5">
            <span className="block font-semibold">{t('always')}</span>
            <span className="block text-sm text-quiet">{t('alwaysHint')}</span>
          </p>
        </div>
        <div>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
