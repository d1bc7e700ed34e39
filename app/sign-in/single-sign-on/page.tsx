import type { Metadata } from 'next'
import { ProofForm } from '@/components/account/proof-form'
import { SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { csrfToken } from '@/lib/auth/sign-in/csrf'
import { singleSignOn } from '@/lib/auth/sign-in/single-sign-on'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths, safeReturn } from '@/lib/paths'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('signIn')('title'),
})

/**
 * Sends a person to the OpenID Connect provider. A separate page, because its content policy allows a form to another
 * site, which that of the page with the password forbids.
 */
export default page('public', async (_actor, { search }) => {
  const t = translations('signIn')
  const provider = orNotFound(singleSignOn())
  const returnTo = safeReturn(search.returnTo)
  const token = (await csrfToken(paths.singleSignOn(returnTo))) ?? ''
  return (
    <>
      <PageHeading title={t('singleSignOn', provider)}>
        {t('singleSignOnLead', provider)}
      </PageHeading>
      <ProofForm
        action={paths.authorize}
        proof={{ csrfToken: token, returnTo }}
        className="flex flex-wrap items-center gap-4"
      >
        <SubmitButton>{t('singleSignOn', provider)}</SubmitButton>
        <a href={paths.signIn(returnTo)}>{t('otherWay')}</a>
      </ProofForm>
    </>
  )
})
