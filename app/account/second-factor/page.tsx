import type { Metadata } from 'next'
import { FactorSetup } from '@/components/account/factor-setup'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { Field } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { getFactor } from '@/lib/auth/second-factor/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { begin, cancel, confirm, makeCodes, off } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('secondFactor')('title'),
})

export default page('signedIn', async (actor) => {
  const t = translations('secondFactor')
  const { state, setup, isRequired, recoveryCodes } = await getFactor(actor.personId)
  return (
    <>
      <PageHeading trail={[{ href: paths.account, label: t('account') }]} title={t('title')}>
        {t('lead')}
      </PageHeading>
      <div className="grid max-w-md gap-10">
        <p>
          {t(state === 'active' ? 'active' : 'none')} {isRequired && t('required')}
        </p>
        {state !== 'active' && (
          <FactorSetup setup={setup} begin={begin} confirm={confirm} cancel={cancel} />
        )}
        {state === 'active' && (
          <section>
            <h2 className="font-serif text-lg font-semibold">{t('recovery')}</h2>
            <p className="mt-1">{t('recoveryCount', { count: recoveryCodes })}</p>
            <p className="mb-4 mt-1 text-sm text-quiet">{t('recoveryHint')}</p>
            <RecoveryCodes action={makeCodes} button={t('makeCodes')} />
          </section>
        )}
        {state === 'active' && !isRequired && (
          <section>
            <h2 className="mb-3 font-serif text-lg font-semibold">{t('turnOff')}</h2>
            <Form action={off}>
              <Field
                name="code"
                label={t('code')}
                hint={t('turnOffHint')}
                autoComplete="one-time-code"
              />
              <div>
                <SubmitButton tone="quiet">{t('turnOff')}</SubmitButton>
              </div>
            </Form>
          </section>
        )}
      </div>
    </>
  )
})
