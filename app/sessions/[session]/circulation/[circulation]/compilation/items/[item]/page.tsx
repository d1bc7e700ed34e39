import { CommentList } from '@/components/circulation/compilation/comment-list'
import { commentWords, shownComment } from '@/components/circulation/compilation/shown-comment'
import { SummaryBar, SummaryNote } from '@/components/circulation/compilation/summary-bar'
import { targetName } from '@/lib/circulation/compilation/target-name'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { getCompiledItem } from '@/lib/circulation/compilation/queries/one-item'
import {
  getCompiledCirculation,
  listItemComments,
  summaryOf,
} from '@/lib/circulation/compilation/queries/overview'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { directionOf } from '@/lib/text/locales'

const kind = () => translations('compilation')('ofItem')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
  const { entry } = await getCompiledItem(circulation, asId(params.item))
  return `${kind()} · ${targetName(entry)}`
})

/** All comments on one item: the room's view, their content, and their outcome. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const circulation = await getCompiledCirculation(actor, session, asId(params.circulation))
  const itemId = asId(params.item)
  const [{ entry, before, after }, comments] = await Promise.all([
    getCompiledItem(circulation, itemId),
    listItemComments(actor, circulation, itemId),
  ])
  const t = translations('compilation')
  const summary = summaryOf(comments)
  const way = (id: string | null, key: 'previousItem' | 'nextItem') =>
    id && (
      <a
        href={paths.compiledItem(session.slug, circulation.id, id)}
        rel={key === 'nextItem' ? 'next' : 'prev'}
      >
        {t(key)}
      </a>
    )
  return (
    <>
      <PageHeading
        trail={[{ href: paths.compilation(session.slug, circulation.id), label: t('title') }]}
        title={targetName(entry)}
      />
      <p
        lang={entry.language}
        dir={directionOf(entry.language)}
        className="max-w-prose whitespace-pre-line font-serif text-lg"
      >
        {entry.text}
      </p>
      <nav aria-label={t('items')} className="no-print mt-3 flex gap-4 text-sm">
        {way(before, 'previousItem')}
        {way(after, 'nextItem')}
      </nav>
      <section aria-labelledby="stands" className="mt-8 mb-8 max-w-3xl">
        <h2 id="stands" className="mb-2 font-semibold">
          {t('stands', { count: summary.total, open: summary.total - summary.answered })}
        </h2>
        <SummaryBar summary={summary} />
        {summary.total > 0 && <SummaryNote />}
      </section>
      {comments.length === 0 && <Empty title={t('noneOnItem')}>{t('noneHint')}</Empty>}
      <div className="grid gap-8">
        <CommentList
          words={commentWords()}
          comments={comments.map((comment) => shownComment(comment, entry))}
          address={paths.compiledComment(session.slug, circulation.id, '')}
        />
      </div>
    </>
  )
})
