import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FirstMandates } from '@/components/groups/first-mandates'
import { GroupFields } from '@/components/groups/group-fields'
import { SetUpForm } from '@/components/groups/set-up-form'
import { ClientMessages } from '@/components/messages/client-messages'
import { PageHeading } from '@/components/ui/page-heading'
import { isSignedIn } from '@/lib/delegations/actor'
import { page } from '@/lib/http/access'
import { contactAddress } from '@/lib/http/shell/contact'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { hasGroup } from '@/lib/sessions/groups/first-group'
import { canChangeGroup } from '@/lib/sessions/groups/policy'
import { setUp } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('setUp')('title'),
})

/** The first page of an installation: the Secretariat names the group, everybody else reads that this is not done yet. */
export default page('public', async (actor) => {
  if (await hasGroup()) redirect(canChangeGroup(actor).allowed ? paths.sessions : paths.home)
  const t = translations('setUp')
  if (!canChangeGroup(actor).allowed) return <NotYet isSignedIn={isSignedIn(actor)} />
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      <ClientMessages namespaces={['setUp.form']}>
        <SetUpForm action={setUp}>
          <GroupFields givesClock>
            <FirstMandates />
          </GroupFields>
        </SetUpForm>
      </ClientMessages>
    </>
  )
})

function NotYet({ isSignedIn: isInside }: { isSignedIn: boolean }) {
  const t = translations('setUp')
  const contact = contactAddress()
  return (
    <div className="mx-auto mt-10 max-w-prose sm:mt-20">
      <h1 className="font-serif text-2xl font-semibold">{t('notYetTitle')}</h1>
      <p className="mt-4 font-serif text-lg">{t('notYet')}</p>
      {contact && (
        <p className="mt-4 text-quiet">
          {t('contact')} <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      )}
      {!isInside && (
        <p className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-2">
          <a href={paths.signIn()} className="button">
            {t('signIn')}
          </a>
          <span className="text-sm text-quiet">{t('signInHint')}</span>
        </p>
      )}
    </div>
  )
}
