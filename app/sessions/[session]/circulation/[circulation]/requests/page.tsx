import { DecidedRequests } from '@/components/circulation/requests/decided-requests'
import { WaitingRequestForm } from '@/components/circulation/requests/waiting-request'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { getPreparedCirculation } from '@/lib/circulation/queries'
import { listRequests } from '@/lib/circulation/requests/queries'
import { printSeatTime } from '@/lib/clock'
import { asId } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { approve, merge, refuse } from './actions'
import { titledOfPrepared } from '../titles'

export const generateMetadata = titledOfPrepared(() => translations('takePart')('requests'))

/** Requests of stakeholders to take part, and the decisions on them; for the Secretariat. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const circulation = await getPreparedCirculation(actor, session, asId(params.circulation))
  const { waiting, decided, entities } = await listRequests(actor, circulation)
  const t = translations('takePart')
  const isOpen = circulation.phase === 'open'
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.manageCirculation(session.slug, circulation.id),
            label: circulation.title,
          },
        ]}
        title={t('requests')}
      >
        {t('requestsLead')}{' '}
        <a href={paths.takePart(session.slug, circulation.id)} className="way">
          {t('publicPage')}
        </a>
      </PageHeading>
      {waiting.length === 0 && <Empty title={t('noneWaits')}>{t('noneWaitsHint')}</Empty>}
      {waiting.length > 0 && (
        <p className="mb-4 max-w-prose">
          {isOpen
            ? t('approveUntil', { time: printSeatTime(circulation.openUntil) })
            : t('closedRequests')}
        </p>
      )}
      <div className="grid gap-6">
        {waiting.map((request) => (
          <WaitingRequestForm
            key={request.id}
            request={request}
            entities={entities}
            isOpen={isOpen}
            acts={{ approve, merge, refuse }}
          />
        ))}
      </div>
      {decided.length > 0 && <DecidedRequests requests={decided} />}
    </>
  )
})
