import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FactorSetup } from '@/components/account/factor-setup'
import { ActForm } from '@/components/ui/act-form'
import { Field } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { currentSignIn } from '@/lib/auth/current-actor'
import { findPending } from '@/lib/auth/second-factor/queries'
import { isSignedIn } from '@/lib/delegations/actor'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths, safeReturn } from '@/lib/paths'
import { begin, confirm, leave, pass } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('secondFactor')('codeTitle'),
})

/** The second step of a sign-in: a code of the app, or setting it up if an office requires it. */
export default page('public', async (actor, { search }) => {
  const t = translations('secondFactor')
  const returnTo = safeReturn(search.returnTo)
  const factor = await findPending(await currentSignIn())
  if (!factor) redirect(isSignedIn(actor) ? returnTo : paths.signIn(returnTo))
  const { email, state } = factor
  return (
    <>
      <PageHeading title={t(state === 'active' ? 'codeTitle' : 'title')}>
        {t(state === 'active' ? 'codeLead' : 'requiredLead', { email })}
      </PageHeading>
      <div className="grid max-w-sm gap-8">
        {state === 'active' ? (
          <section className="sheet p-5">
            <Form action={pass}>
              <HiddenValues values={{ returnTo }} />
              <Field
                name="code"
                label={t('code')}
                hint={t('codeHint')}
                autoComplete="one-time-code"
              />
              <SubmitButton>{t('goOn')}</SubmitButton>
            </Form>
            <p className="mt-4 text-sm text-quiet">{t('lost')}</p>
          </section>
        ) : (
          <FactorSetup setup={factor.setup} begin={begin} confirm={confirm} />
        )}
        <ActForm action={leave} values={{}} button={t('someoneElse')} tone="plain" />
      </div>
    </>
  )
})
