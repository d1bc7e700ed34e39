import type { Metadata } from 'next'
import { CompilingDesk } from '@/components/list/compiling-desk'
import { IssuedList } from '@/components/list/issued-list'
import { IssueWay } from '@/components/list/issue-way'
import { ListWays } from '@/components/list/list-ways'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { printDate, printSeatTime } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { getList, type ListView } from '@/lib/proposals/preliminary-list/queries'
import { canCompileList, canIssueList } from '@/lib/proposals/policy'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import {
  add,
  changeItem,
  dragItem,
  moveItem,
  moveWhole,
  place,
  removeWhole,
  rename,
} from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('lists')('crumb'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('lists')
  const list = await getList(actor, session)
  const { issuedAt } = list
  const membership = membershipIn(actor, session.id)
  const suggests = session.comments?.open === true && membership?.entityKind === 'memberState'
  const suggestsAs = suggests ? membership.delegationName : null
  const state = { sessionId: session.id, issuedAt }
  const compiles = canCompileList(actor, state).allowed
  return (
    <>
      <PageHeading title={t('title')}>{lead(list)}</PageHeading>
      {list.headings.length > 0 && <ListWays slug={session.slug} issued={issuedAt !== null} />}
      {compiles ? (
        <CompilingDesk
          list={list}
          slug={session.slug}
          acts={{ place, changeItem, moveItem, dragItem, add, rename, moveWhole, removeWhole }}
        />
      ) : (
        <IssuedList headings={list.headings} slug={session.slug} suggestsAs={suggestsAs} />
      )}
      {!issuedAt && (
        <IssueWay list={list} slug={session.slug} issues={canIssueList(actor, state).allowed} />
      )}
    </>
  )
})

function lead({ issuedAt, printedOn, symbol }: ListView): string {
  const t = translations('lists')
  if (!issuedAt) return t('leadMaking')
  if (!printedOn) return t('leadIssued', { time: printSeatTime(issuedAt) })
  const about = { date: printDate(printedOn), symbol: symbol || 'none' }
  return t('leadImported', { ...about, time: printSeatTime(issuedAt) })
}
