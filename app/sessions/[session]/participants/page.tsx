import type { Metadata } from 'next'
import { InMaking } from '@/components/meetings/participants/in-making'
import { IssuedLists } from '@/components/meetings/participants/issued-lists'
import { Rooms } from '@/components/meetings/rooms'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { canIssueParticipants, canPrepareParticipants } from '@/lib/meetings/participants/policy'
import { getParticipantsInMaking, listParticipants } from '@/lib/meetings/participants/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { issue } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('participants')('title'),
})

/** The issued lists of participants; for the Secretariat the next one in the making. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('participants')
  const lists = await listParticipants(actor, session)
  const list = canPrepareParticipants(actor, session.id).allowed
    ? await getParticipantsInMaking(actor, session)
    : null
  const decision = list && canIssueParticipants(actor, list)
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <a href={paths.documents(session.slug)} className="button">
            {translations('documents')('title')}
          </a>
        }
      >
        {t('lead')}
      </PageHeading>
      <Rooms slug={session.slug} current="participants" />
      <IssuedLists slug={session.slug} lists={lists} />
      {list && decision && (
        <InMaking
          slug={session.slug}
          list={list}
          isFirst={lists.length === 0}
          hindrance={
            decision.allowed ? null : translations('refusals')(decision.key, decision.values)
          }
          issue={issue}
        />
      )}
    </>
  )
})
