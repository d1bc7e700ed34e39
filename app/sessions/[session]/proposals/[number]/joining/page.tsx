import { ClientMessages } from '@/components/messages/client-messages'
import { randomUUID } from 'node:crypto'
import { PeriodLine } from '@/components/time/period-line'
import { Empty } from '@/components/ui/empty'
import { Deletions } from '@/components/joining/deletions'
import { JoiningDesk } from '@/components/joining/joining-desk'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { canDeclineAmendments } from '@/lib/amendments/policy'
import { readJoiningDesk } from '@/lib/amendments/joining/queries'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { keep, keepWholeText } from './actions'
import { titledOfProposal } from '../title'

export const generateMetadata = titledOfProposal(() => translations('joining')('title'))

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id, number, currentNumber, language } = proposal
  const t = translations('joining')
  const td = translations('drafts')
  const tp = translations('proposals')
  const { desk, decisions, joining, movedFrom } = await readJoiningDesk(actor, session, proposal)
  const joined = { sessionId: session.id, authorDelegationId: proposal.delegationId }
  const hasChanges = desk.segments.some(({ kind }) => kind === 'changed')
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: tp('list.title') },
          { href: paths.proposal(session.slug, number), label: tp('one.title', { number }) },
        ]}
        title={t('title')}
      >
        <p>{t('lead')}</p>
        {joining && (
          <p>{t('keptBy', { name: joining.writtenBy, time: printSeatTime(joining.updatedAt) })}</p>
        )}
        <PeriodLine
          session={session}
          kind="submission"
          open={td('openUntil')}
          never={t('notOpen')}
        />
      </PageHeading>
      {proposal.withdrawnAt ? (
        <Empty title={t('withdrawn')} />
      ) : desk.amendments.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <>
          {movedFrom && (
            <p className="mb-6 max-w-prose border-s-4 border-accent bg-accent-wash px-4 py-2">
              {t('moved', { base: movedFrom, current: currentNumber })}
            </p>
          )}
          <Deletions
            amendments={desk.amendments.filter(({ label }) => label === 'deletesText')}
            of={{ slug: session.slug, number }}
            action={
              session.submission?.open === true && canDeclineAmendments(actor, joined).allowed
                ? keepWholeText
                : null
            }
          />
          {!hasChanges && <p className="mb-6 font-semibold">{t('nothingHere')}</p>}
          <ClientMessages namespaces={['joining.desk', 'live']}>
            <JoiningDesk
              action={keep}
              desk={desk}
              joining={{
                id: joining?.id ?? randomUUID(),
                version: joining?.version ?? 0,
                decisions,
                reasons: joining?.reasons ?? {},
                by: joining?.writtenBy ?? '',
              }}
              proposalId={id}
              baseNumber={currentNumber}
              language={language}
              me={actor.personId}
              start={Number(search.suggestion) || null}
              stream={paths.joiningStream(session.slug, number)}
            />
          </ClientMessages>
        </>
      )}
    </>
  )
})
