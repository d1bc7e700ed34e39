import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DemonstrationCast } from '@/components/account/demonstration-cast'
import { SignInForms } from '@/components/account/sign-in-forms'
import { PageHeading } from '@/components/ui/page-heading'
import { currentSignIn } from '@/lib/auth/current-actor'
import { findPending } from '@/lib/auth/second-factor/queries'
import { csrfToken } from '@/lib/auth/sign-in/csrf'
import { localPath } from '@/lib/auth/sign-in/local-path'
import { refusalOf } from '@/lib/auth/sign-in/refusal'
import { singleSignOn } from '@/lib/auth/sign-in/single-sign-on'
import { typedBefore } from '@/lib/auth/sign-in/typed'
import { isSignedIn } from '@/lib/delegations/actor'
import { findDemonstrationPeople } from '@/lib/demonstration/people'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths, safeReturn } from '@/lib/paths'
import { sendLink } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('signIn')('title'),
})

export default page('public', async (actor, { search }) => {
  const t = translations('signIn')
  const refused = refusalOf(search.error)
  const typed = refused ? await typedBefore() : null
  const wanted = refused && search.callbackUrl ? localPath(search.callbackUrl) : search.returnTo
  const returnTo = typed?.returnTo ?? safeReturn(wanted)
  if (!isSignedIn(actor) && !refused && (await findPending(await currentSignIn())))
    redirect(paths.signInCode(localPath(search.callbackUrl ?? returnTo)))
  const cameBack = search.callbackUrl !== undefined
  const token = await csrfToken(paths.signIn(returnTo), cameBack)
  // next-auth has set its cookie and redirected the browser here: go on to the requested page.
  if (token && cameBack && !refused) redirect(signInPage(localPath(search.callbackUrl)))
  const people = findDemonstrationPeople()
  const proof = { csrfToken: token ?? '', returnTo }
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      {!token && <p className="mb-6 max-w-prose border-s-4 border-alarm ps-4">{t('noCookies')}</p>}
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
          proof={proof}
          refused={refused}
          email={typed?.email ?? ''}
          sendLink={sendLink}
          singleSignOn={singleSignOn()}
        />
        {people && <DemonstrationCast people={people} proof={proof} />}
      </div>
    </>
  )
})

/** The page of the sign-in that was asked for: another one under it, or this with its return address. */
const signInPage = (path: string): string =>
  path === paths.signIn() || /^\/sign-in[/?]/.test(path) ? path : paths.signIn(path)
