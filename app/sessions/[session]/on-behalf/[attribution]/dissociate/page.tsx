import { TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { requireAllowed } from '@/lib/decision'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound, Refused } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { formatter, translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { withoutArticle } from '@/lib/sessions/attribution/attribution'
import { stateOf } from '@/lib/sessions/attribution/load'
import { canAssociateAgain, canDissociate } from '@/lib/sessions/attribution/policy'
import { getAttribution } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { leave, returnTo } from '../../actions'

const kind = () => translations('onBehalf')('dissociate')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const { name } = await getAttribution(actor, session, params.attribution)
  return `${kind()} · ${withoutArticle(name)}`
})

/** The check before a State dissociates itself from its group's text, or associates itself again. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const attribution = await getAttribution(actor, session, params.attribution)
  const state = stateOf(attribution)
  const again = canAssociateAgain(actor, state).allowed
  const decision = canDissociate(actor, state)
  if (!again && !decision.allowed && decision.reason === 'forbidden')
    throw new Refused('not-found', 'notFound')
  if (!again) requireAllowed(decision)
  const { id, author, name, subject } = attribution
  const { delegationName: member } = orNotFound(membershipIn(actor, session.id))
  const t = translations('onBehalf')
  const matter = t('subject', subject.about)
  const group = withoutArticle(name)
  const without = attribution.members.filter((state) => state.dissociated || state.name === member)
  const names = formatter.list(without.map((state) => state.name))
  const back = paths.onBehalf(session.slug, id)
  return (
    <>
      <PageHeading
        trail={[
          { href: subject.path, label: t('subjectTitle', subject.about) },
          { href: back, label: t('heading', { group }) },
        ]}
        title={t(again ? 'againTitle' : 'dissociateTitle', { member, what: matter })}
      >
        {t(again ? 'againMeans' : 'dissociateMeans', {
          member,
          author,
          what: matter,
          group,
          names,
        })}
      </PageHeading>
      <Form action={again ? returnTo : leave} className="grid max-w-prose gap-5">
        <input type="hidden" name="attributionId" value={id} />
        {!again && (
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} dir="auto" />
        )}
        <div className="flex flex-wrap gap-3">
          <SubmitButton tone={again ? 'main' : 'alarm'}>
            {t(again ? 'again' : 'dissociate')}
          </SubmitButton>
          <a href={back} className="button">
            {t('back')}
          </a>
        </div>
      </Form>
    </>
  )
})
