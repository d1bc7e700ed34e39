import type { Metadata } from 'next'
import { ProofForm } from '@/components/account/proof-form'
import { HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { csrfToken } from '@/lib/auth/sign-in/csrf'
import { findLink, pageOfLink } from '@/lib/auth/link/commands'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('signIn')('linkTitle'),
})

/** A link is used up by the button, not by opening it: scanners of mail open every address. */
export default page('public', async (_actor, { search }) => {
  const t = translations('signIn')
  const refusals = translations('refusals')
  const token = search.token ?? ''
  const link = await findLink(token)
  const again = paths.signIn(link?.returnTo ?? (await pageOfLink(token)))
  const csrf = link && (await csrfToken(paths.signInLink(token)))
  return (
    <>
      <PageHeading title={t('linkTitle')}>
        {link ? t('linkFor', { email: link.email }) : refusals('linkDead')}
      </PageHeading>
      {link && csrf ? (
        <ProofForm
          action={paths.prove('link')}
          proof={{ csrfToken: csrf, returnTo: link.returnTo }}
          className="grid max-w-sm gap-5"
        >
          <HiddenValues values={{ token }} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t('linkGo')}</SubmitButton>
            <a href={again}>{t('newLink')}</a>
          </div>
        </ProofForm>
      ) : (
        <a href={again} className="button button-main">
          {t('newLink')}
        </a>
      )}
    </>
  )
})
