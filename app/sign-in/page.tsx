import type { Metadata } from 'next'
import { DemonstrationCast } from '@/components/account/demonstration-cast'
import { PageHeading } from '@/components/ui/page-heading'
import { SignInForms } from '@/components/account/sign-in-forms'
import { page } from '@/lib/http/access'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { isSignedIn } from '@/lib/delegations/actor'
import { paths, safeReturn } from '@/lib/paths'
import { findDemonstrationPeople } from '@/lib/demonstration/people'
import { translations } from '@/lib/messages'
import { sendLink, signIn } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('signIn')('title'),
})

export default page('public', async (actor, { search }) => {
  const t = translations('signIn')
  const returnTo = safeReturn(search.returnTo)
  const provider = singleSignOn()
  const people = findDemonstrationPeople()
  const problem = search.problem === 'unknown' ? 'unknown' : 'failed'
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      {provider && search.problem && (
        <p role="alert" className="mb-6 max-w-prose border-s-4 border-alarm ps-4 text-alarm">
          {t(`problems.${problem}`, { name: provider.name })}
        </p>
      )}
      {isSignedIn(actor) && (
        <p className="mb-6 max-w-prose border-s-4 border-accent ps-4">
          {t('already', { name: actor.name })} <a href={paths.home}>{t('alreadyGo')}</a>
        </p>
      )}
      <div
        className={
          people ? 'grid items-start gap-x-14 gap-y-12 lg:grid-cols-[22rem_minmax(0,1fr)]' : ''
        }
      >
        <SignInForms
          signIn={signIn}
          sendLink={sendLink}
          returnTo={returnTo}
          singleSignOn={provider}
        />
        {people && <DemonstrationCast people={people} signIn={signIn} returnTo={returnTo} />}
      </div>
    </>
  )
})
