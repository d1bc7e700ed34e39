import type { Metadata } from 'next'
import { LeftDesk } from '@/components/consolidation/bar/desk-memory'
import { DeskPanel } from '@/components/consolidation/panel/desk-panel'
import { SetBoard } from '@/components/consolidation/sets/set-board'
import { SetEntry } from '@/components/consolidation/sets/set-entry'
import { ClientMessages } from '@/components/messages/client-messages'
import { ChineseFont } from '@/components/text/chinese-font'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { findPageOfList } from '@/lib/consolidation/desk/queries/list-queries'
import { canWorkOnList } from '@/lib/consolidation/policy'
import { listSets } from '@/lib/consolidation/suggestions/queries'
import { requireAllowed } from '@/lib/decision'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { reword } from '../actions'
import { asideHere, leaveSet, word } from '../desk-actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('consolidation.sets')('title'),
})

/** The sets of items that look alike, over all covered lists: each is accepted, thinned out or left apart. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('consolidation.sets')
  const list = orNotFound(await findPageOfList(actor, session, { page: 1, under: '' }))
  requireAllowed(canWorkOnList(actor, list))
  const { sets, total } = await listSets(actor, session)
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.consolidation(session.slug),
            label: translations('consolidation')('title'),
          },
        ]}
        title={t('title')}
      >
        {t('about')}
      </PageHeading>
      <LeftDesk slug={session.slug} />
      {sets.length === 0 ? (
        <Empty title={t('nothing')}>{t('nothingHint')}</Empty>
      ) : (
        <ClientMessages namespaces={['consolidation.desk']}>
          <SetBoard slug={session.slug}>
            {sets.some((set) => set.some(({ language }) => language === 'zh')) && <ChineseFont />}
            <p className="mb-4 text-sm text-quiet">
              {sets.length < total
                ? t('shown', { shown: sets.length, count: total })
                : t('total', { count: total })}
            </p>
            <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
              <div className="grid grid-cols-1 gap-5">
                {sets.map((set) => (
                  <SetEntry
                    key={set.map(({ id }) => id).join()}
                    set={set}
                    slug={session.slug}
                    leave={leaveSet}
                  />
                ))}
              </div>
              <div className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
                <DeskPanel
                  acts={{ word, reword, aside: asideHere }}
                  address={paths.wordingBasis(session.slug)}
                  headings={list.all.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </div>
            </div>
          </SetBoard>
        </ClientMessages>
      )}
    </>
  )
})
