import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { Field } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { ProofForm, type ProofValues } from './proof-form'

/** The ways in: a password, a link by e-mail and, if it is configured, single sign-on. */
export function SignInForms({
  proof,
  refused,
  email,
  sendLink,
  singleSignOn,
}: {
  proof: ProofValues
  /** Why the sign-in before was refused, and the address that was typed then. */
  refused: string | null
  email: string
  sendLink: FormAction
  singleSignOn: { name: string } | null
}) {
  const t = translations('signIn')
  return (
    <div className="grid max-w-sm gap-8">
      <section className="sheet p-5" aria-labelledby="with-password">
        <h2 id="with-password" className="mb-4 font-serif text-lg font-semibold">
          {t('withPassword')}
        </h2>
        <ProofForm action={paths.prove('password')} proof={proof} refused={refused}>
          <Field
            name="email"
            type="email"
            label={t('email')}
            autoComplete="username"
            defaultValue={email}
            required
          />
          <Field
            name="password"
            type="password"
            label={t('password')}
            autoComplete="current-password"
            required
          />
          <SubmitButton>{t('submit')}</SubmitButton>
        </ProofForm>
      </section>
      {singleSignOn && (
        <section>
          <a href={paths.singleSignOn(proof.returnTo)} className="button w-full">
            {t('singleSignOn', { name: singleSignOn.name })}
          </a>
        </section>
      )}
      <section className="px-5" aria-labelledby="with-link">
        <h2 id="with-link" className="font-serif text-lg font-semibold">
          {t('withLink')}
        </h2>
        <p className="mb-4 mt-1 text-sm text-quiet">{t('withLinkHint')}</p>
        <Form keeps={false} action={sendLink}>
          <HiddenValues values={{ returnTo: proof.returnTo }} />
          <Field
            name="email"
            type="email"
            label={t('email')}
            autoComplete="email"
            defaultValue={email}
          />
          <SubmitButton tone="quiet">{t('sendLink')}</SubmitButton>
        </Form>
        <p className="mt-8 text-sm text-quiet">{t('noAccount')}</p>
      </section>
    </div>
  )
}
