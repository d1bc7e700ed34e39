import { LeftDesk } from '@/components/consolidation/bar/desk-memory'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { StrengthWord } from '@/components/consolidation/facts/strength-word'
import { SuggestionList } from '@/components/consolidation/item/suggestion-list'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { getSources } from '@/lib/consolidation/desk/queries/source-queries'
import { placeOnList } from '@/lib/consolidation/views'
import { page, titled } from '@/lib/http/access'
import { firstWords } from '@/lib/text/first-words'
import { canWorkOnList } from '@/lib/consolidation/policy'
import { findListFacts } from '@/lib/consolidation/desk/queries/list-queries'
import { listSuggestions } from '@/lib/consolidation/suggestions/queries'
import { asId } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { notSimilar } from '../../actions'

const kind = () => translations('consolidation')('similar.title')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const [source] = await getSources(actor, session, [asId(params.item)])
  return source ? `${kind()} · ${placeOnList(source)} “${firstWords(source.text)}”` : kind()
})

/** One preliminary item and the items of all sessions that are most similar to it. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('consolidation')
  const [list, { item, suggested }] = await Promise.all([
    findListFacts(actor, session),
    listSuggestions(actor, session, asId(params.item)),
  ])
  const works = list !== null && canWorkOnList(actor, list).allowed
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: t('title') }]}
        title={t('similar.title')}
      >
        {t('similar.about')}
      </PageHeading>
      <LeftDesk slug={session.slug} />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-2">
        <section aria-labelledby="chosen" className="lg:sticky lg:top-6">
          <h2 id="chosen" className="mb-4 font-serif text-xl font-semibold">
            {t('similar.chosen')}
          </h2>
          <SourceEntry source={item}>
            <p className="mt-1">
              <StrengthWord strength={item.strength} />
            </p>
          </SourceEntry>
        </section>
        <section aria-labelledby="suggested" className="min-w-0">
          <h2 id="suggested" className="mb-4 font-serif text-xl font-semibold">
            {t('similar.suggested', { count: suggested.length })}
          </h2>
          {suggested.length > 0 ? (
            <SuggestionList
              item={item}
              suggested={suggested}
              slug={session.slug}
              works={works}
              notSimilar={notSimilar}
            />
          ) : (
            <Empty title={t('similar.nothing')}>{t('similar.nothingHint')}</Empty>
          )}
        </section>
      </div>
    </>
  )
})
