import type { Metadata } from 'next'
import { Empty } from '@/components/ui/empty'
import { CheckGroup } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { ordinalWord, printDateRange } from '@/lib/clock'
import { listListsToCover } from '@/lib/consolidation/coverage/queries'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { canChooseLists, canOpenConsolidation } from '@/lib/consolidation/policy'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { choose, open } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('coveredLists')('title'),
})

/** The issued lists that the stock-taking covers: the Secretariat chooses, all participants read. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('coveredLists')
  const [lists, list] = await Promise.all([
    listListsToCover(actor, session),
    findConsolidatedList(actor, session),
  ])
  const chooses = list
    ? canChooseLists(actor, list).allowed
    : canOpenConsolidation(actor, session).allowed
  const options = lists.map(({ id, ordinal, startsOn, endsOn, symbol, items, covered }) => ({
    value: id,
    label: t('list', {
      session: ordinalWord(ordinal),
      dates: printDateRange(startsOn, endsOn),
      items,
      symbol: symbol || 'none',
    }),
    checked: list ? covered : true,
  }))
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
        {t(list?.adoptedAt ? 'fixed' : 'about')}
      </PageHeading>
      {lists.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {chooses ? (
        <Form action={list ? choose : open} className="mt-6 grid max-w-2xl gap-5">
          <HiddenValues values={{ slug: session.slug }} />
          {options.length > 0 && (
            <CheckGroup
              name="lists"
              legend={t('choose')}
              hint={t('chooseHint')}
              options={options}
            />
          )}
          <div>
            <SubmitButton>{t(list ? 'save' : 'open')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <ul className="mt-6 grid max-w-2xl gap-2">
          {options.map(({ value, label, checked }) => (
            <li key={value}>
              {label}
              {!(list && checked) && <span className="text-quiet"> · {t('notCovered')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
})
