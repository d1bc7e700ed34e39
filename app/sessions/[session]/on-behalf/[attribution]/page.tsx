import { PageHeading } from '@/components/ui/page-heading'
import { printSeatDate, printSeatTime } from '@/lib/clock'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { withoutArticle } from '@/lib/sessions/attribution/attribution'
import { stateOf } from '@/lib/sessions/attribution/load'
import { canAssociateAgain, canDissociate } from '@/lib/sessions/attribution/policy'
import { getAttribution } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'

export const generateMetadata = titled(
  'participant',
  () => translations('onBehalf')('title'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    const { name, subject } = await getAttribution(actor, session, params.attribution)
    const t = translations('onBehalf')
    const heading = t('heading', { group: withoutArticle(name) })
    return `${heading} · ${t('subjectTitle', subject.about)}`
  },
)

/** The members of the group at a submission on its behalf, and those that dissociated themselves. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const attribution = await getAttribution(actor, session, params.attribution)
  const { id, author, name, receivedAt, members, subject } = attribution
  const t = translations('onBehalf')
  const matter = t('subject', subject.about)
  const group = withoutArticle(name)
  const state = stateOf(attribution)
  const way = canDissociate(actor, state).allowed
    ? t('dissociate')
    : canAssociateAgain(actor, state).allowed && t('again')
  return (
    <>
      <PageHeading
        trail={[{ href: subject.path, label: t('subjectTitle', subject.about) }]}
        title={t('heading', { group })}
        actions={
          way && (
            <a href={paths.dissociate(session.slug, id)} className="button">
              {way}
            </a>
          )
        }
      >
        {t('lead', {
          kind: String(subject.about.kind),
          author,
          what: matter,
          group,
          day: printSeatDate(receivedAt),
        })}
      </PageHeading>
      <ul className="max-w-prose border-t border-line">
        {members.map(({ entityId, name: member, delegationId, dissociated }) => (
          <li key={entityId} className="border-b border-line py-3">
            <span className="font-semibold">{member}</span>
            {delegationId === attribution.delegationId && (
              <span className="text-quiet">
                {' '}
                · {t('author', { kind: String(subject.about.kind) })}
              </span>
            )}
            {dissociated && (
              <>
                <p>
                  {t('dissociated', { member, what: matter, time: printSeatTime(dissociated.at) })}
                </p>
                {dissociated.reason && (
                  <p dir="auto" className="whitespace-pre-line break-words text-quiet">
                    {dissociated.reason}
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {members.length === 0 && <p>{t('noMembers')}</p>}
    </>
  )
})
