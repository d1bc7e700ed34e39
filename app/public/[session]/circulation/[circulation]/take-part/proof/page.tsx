import type { Metadata } from 'next'
import { ActForm } from '@/components/ui/act-form'
import { PageHeading } from '@/components/ui/page-heading'
import { findProof, getPublicCall } from '@/lib/circulation/requests/queries'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { prove } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('takePart')('proofTitle'),
})

/** An address is proved by the button, not by opening the link: scanners of mail open every address. */
export default page('public', async (_actor, { params, search }) => {
  const call = await getPublicCall(params.session!, params.circulation!)
  const token = search.token ?? ''
  const proof = await findProof(call.id, token)
  const t = translations('takePart')
  return (
    <>
      <PageHeading
        trail={[{ href: paths.takePart(call.slug, call.id), label: t('title') }]}
        title={t('proofTitle')}
      >
        {proof && t('proofLead', { name: proof.name, email: proof.email, title: call.title })}
      </PageHeading>
      {proof === null && (
        <>
          <p className="mb-5 max-w-prose">{translations('refusals')('proofDead')}</p>
          <a href={paths.takePart(call.slug, call.id)} className="button button-main">
            {t('askAgain')}
          </a>
        </>
      )}
      {proof?.isProved && <p className="max-w-prose">{t('provedBefore')}</p>}
      {proof && !proof.isProved && (
        <ActForm action={prove} values={{ token }} button={t('proveNow')} />
      )}
    </>
  )
})
