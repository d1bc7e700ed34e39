import type { Metadata } from 'next'
import { AccountPlaces } from '@/components/account/account-places'
import { LetterChoices } from '@/components/account/letter-choices'
import { CheckField, ChoiceField, Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { SignOutForm } from '@/components/account/sign-out-form'
import { cookies } from 'next/headers'
import { KEYS_COOKIE, SCHEME_COOKIE, schemeOf, schemes } from '@/lib/html/scheme'
import { page } from '@/lib/http/access'
import { getAccount } from '@/lib/auth/accounts/own-account'
import { currentSignIn } from '@/lib/auth/current-actor'
import { takesPart } from '@/lib/delegations/actor'
import { getLetterChoices } from '@/lib/notifications/choice-queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { leaveOthers, saveLetters, savePassword, saveScheme, signOut } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('account')('title'),
})

export default page('signedIn', async (actor) => {
  const t = translations('account')
  const kept = await cookies()
  const factor = translations('secondFactor')
  const account = await getAccount(actor, await currentSignIn())
  const asksCurrent = account.hasPassword && !account.isFresh
  return (
    <>
      <PageHeading
        title={actor.name}
        actions={<SignOutForm action={signOut} label={t('signOut')} />}
      >
        {t('lead', { email: account.email })}
      </PageHeading>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-12">
          <AccountPlaces account={account} title={t('places')} />
          {takesPart(actor) && (
            <LetterChoices chosen={await getLetterChoices(actor)} action={saveLetters} />
          )}
        </div>
        <div className="grid content-start gap-10">
          <section className="sheet p-5">
            <h2 className="font-serif text-lg font-semibold">{t('password')}</h2>
            {!asksCurrent && (
              <p className="mt-1 text-sm text-quiet">
                {t(account.hasPassword ? 'passwordFresh' : 'passwordNone')}
              </p>
            )}
            <Form keeps={false} action={savePassword} className="mt-4 grid gap-5">
              <input
                type="email"
                name="username"
                value={account.email}
                autoComplete="username"
                readOnly
                hidden
              />
              {asksCurrent && (
                <Field
                  name="current"
                  type="password"
                  label={t('current')}
                  hint={t('currentForgotten')}
                  autoComplete="current-password"
                />
              )}
              <Field
                name="password"
                type="password"
                label={t('new')}
                hint={t('newHint')}
                autoComplete="new-password"
              />
              <SubmitButton>{t('save')}</SubmitButton>
            </Form>
          </section>
          <section id="appearance" className="px-5">
            <h2 className="font-serif text-lg font-semibold">{t('appearance')}</h2>
            <p className="mb-3 mt-1 text-sm text-quiet">{t('appearanceHint')}</p>
            <Form action={saveScheme} keeps={false} className="grid justify-items-start gap-2">
              <ChoiceField
                name="scheme"
                label={t('schemeLabel')}
                defaultValue={schemeOf(kept.get(SCHEME_COOKIE)?.value)}
                options={schemes.map((scheme) => ({
                  value: scheme,
                  label: t(`schemes.${scheme}`),
                }))}
              />
              <CheckField
                name="keys"
                label={t('singleKeys')}
                defaultChecked={kept.get(KEYS_COOKIE)?.value !== 'off'}
              />
              <SubmitButton tone="quiet">{t('schemeSave')}</SubmitButton>
            </Form>
          </section>
          <section className="px-5">
            <h2 className="font-serif text-lg font-semibold">{factor('title')}</h2>
            <p className="mb-3 mt-1 text-sm text-quiet">{factor('lead')}</p>
            <a href={paths.secondFactor}>{t('secondFactor')}</a>
          </section>
          <section className="px-5">
            <h2 className="font-serif text-lg font-semibold">{t('browsers')}</h2>
            <p className="mt-1 text-sm text-quiet">
              {t('othersCount', { count: account.otherBrowsers })}
            </p>
            <Form action={leaveOthers} className="mt-4 grid gap-4">
              {account.otherBrowsers > 0 && (
                <SubmitButton tone="quiet">{t('signOutOthers')}</SubmitButton>
              )}
            </Form>
          </section>
        </div>
      </div>
    </>
  )
})
