import type { Metadata } from 'next'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { findLink } from '@/lib/auth/link-commands'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { enter } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('signIn')('linkTitle'),
})

/** A link is used up by the button, not by opening it: scanners of mail open every address. */
export default page('public', async (_actor, { search }) => {
  const t = translations('signIn')
  const refusals = translations('refusals')
  const token = search.token ?? ''
  const link = await findLink(token)
  return (
    <>
      <PageHeading title={t('linkTitle')}>
        {link ? t('linkFor', { email: link.email }) : refusals('linkDead')}
      </PageHeading>
      {link ? (
        <Form action={enter} className="grid max-w-sm gap-5">
          <input type="hidden" name="token" value={token} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{t('linkGo')}</SubmitButton>
            <a href={paths.signIn()}>{t('newLink')}</a>
          </div>
        </Form>
      ) : (
        <a href={paths.signIn()} className="button button-main">
          {t('newLink')}
        </a>
      )}
    </>
  )
})
