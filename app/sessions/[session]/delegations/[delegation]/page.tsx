import { ActForm } from '@/components/ui/act-form'
import { Confirmed } from '@/components/ui/confirmed'
import { PageHeading } from '@/components/ui/page-heading'
import { NoMailNotice } from '@/components/mail/no-mail-notice'
import { PlaceForm } from '@/components/delegations/place-form'
import { PlaceRows } from '@/components/delegations/place-rows'
import { page, titled } from '@/lib/http/access'
import { canRegisterDelegations } from '@/lib/delegations/policy'
import { getDelegation } from '@/lib/delegations/queries'
import { asId } from '@/lib/errors'
import { mailArrives } from '@/lib/notifications/mail-queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { register } from '../actions'
import { appoint, change, end, withdraw, write } from './actions'

export const generateMetadata = titled(
  'participant',
  () => translations('delegations')('name'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { name } = await getDelegation(actor, session, asId(params.delegation))
    return name
  },
)

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const delegation = await getDelegation(actor, session, asId(params.delegation))
  const t = translations('delegation')
  const td = translations('delegations')
  const words = translations('entityKinds')
  const registers = canRegisterDelegations(actor, session.id)
  const withdrawn = delegation.state === 'withdrawn'
  const keeps = registers && !withdrawn
  const { id, name, people } = delegation
  return (
    <>
      <PageHeading
        trail={[{ href: paths.delegations(session.slug), label: td('title') }]}
        title={name}
      >
        {words(delegation.kind)}
      </PageHeading>
      {withdrawn && (
        <p className="mb-8 max-w-prose border-s-4 border-line-strong ps-4">{t('withdrawn')}</p>
      )}
      {delegation.state === 'announced' && (
        <p className="mb-8 max-w-prose border-s-4 border-line-strong ps-4">{t('announced')}</p>
      )}
      {keeps && !mailArrives() && <NoMailNotice />}
      {keeps && people.length > 0 && people.every(({ maySubmit }) => !maySubmit) && (
        <p className="mb-8 max-w-prose border-s-4 border-alarm ps-4">{t('noSubmitter')}</p>
      )}
      <PlaceRows people={people} actions={keeps ? { change, end, write } : null} />
      {keeps && (
        <div className="mt-12 grid max-w-xl gap-8">
          <PlaceForm delegationId={id} appoint={appoint} mails={mailArrives()} />
          <Confirmed title={t('withdraw')} label={t('withdrawOf', { name })} action={withdraw}>
            <input type="hidden" name="delegationId" value={id} />
            <p className="text-sm text-quiet">{t('withdrawHint')}</p>
          </Confirmed>
        </div>
      )}
      {registers && withdrawn && (
        <ActForm
          action={register}
          values={{ sessionId: session.id, entityId: delegation.entityId }}
          button={t('registerAgain')}
        />
      )}
    </>
  )
})
