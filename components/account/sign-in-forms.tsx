import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'

/** The ways in: a password, a link by e-mail and, where one is configured, single sign-on. */
export function SignInForms({
  signIn,
  sendLink,
  returnTo,
  singleSignOn,
}: {
  signIn: FormAction
  sendLink: FormAction
  returnTo: string
  singleSignOn: { name: string } | null
}) {
  const t = translations('signIn')
  const back = <input type="hidden" name="returnTo" value={returnTo} />
  return (
    <div className="grid max-w-sm gap-8">
      <section className="sheet p-5" aria-labelledby="with-password">
        <h2 id="with-password" className="mb-4 font-serif text-lg font-semibold">
          {t('withPassword')}
        </h2>
        <Form action={signIn}>
          {back}
          <Field name="email" type="email" label={t('email')} autoComplete="username" />
          <Field
            name="password"
            type="password"
            label={t('password')}
            autoComplete="current-password"
          />
          <SubmitButton>{t('submit')}</SubmitButton>
        </Form>
      </section>
      {singleSignOn && (
        <section>
          <a href={paths.singleSignOn(returnTo)} className="button w-full">
            {t('singleSignOn', { name: singleSignOn.name })}
          </a>
        </section>
      )}
      <section className="px-5" aria-labelledby="with-link">
        <h2 id="with-link" className="font-serif text-lg font-semibold">
          {t('withLink')}
        </h2>
        <p className="mb-4 mt-1 text-sm text-quiet">{t('withLinkHint')}</p>
        <Form action={sendLink}>
          {back}
          <Field name="email" type="email" label={t('email')} autoComplete="email" />
          <SubmitButton tone="quiet">{t('sendLink')}</SubmitButton>
        </Form>
        <p className="mt-8 text-sm text-quiet">{t('noAccount')}</p>
      </section>
    </div>
  )
}
