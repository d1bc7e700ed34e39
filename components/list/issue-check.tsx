import { Consequences, NotYet } from '@/components/ui/check-page'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { IssueCheckView, OddItem } from '@/lib/proposals/preliminary-list/before-issue'
import type { Unplaced } from '@/lib/proposals/preliminary-list/queries'
import { authorAndTaker } from '@/lib/proposals/withdrawal/author-and-taker'

/** The check before the issue: content, readers, oddities. */
export function IssueCheck({
  check,
  unplaced,
  slug,
}: {
  check: IssueCheckView
  unplaced: readonly Unplaced[]
  slug: string
}) {
  const t = translations('issuing')
  const { submission, comments } = check
  return (
    <div className="grid max-w-3xl gap-6">
      {(check.hindered || check.items === 0) && (
        <NotYet title={t('notYet')}>
          {check.items === 0 && <p>{t('nothing')}</p>}
          <Items title={t('withdrawn')} items={check.withdrawn} slug={slug} />
          <Items title={t('revised')} items={check.revised} slug={slug} />
        </NotYet>
      )}
      <p className="font-serif text-xl font-semibold">
        {t('holds', { items: check.items, headings: check.headings, states: check.states })}
      </p>
      {submission && (
        <p className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          {t('submissionOpen', { time: printSeatTime(submission.openUntil) })}{' '}
          <a href={paths.periods(slug)}>{t('periods')}</a>
        </p>
      )}
      {unplaced.length > 0 && (
        <section className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          <h2 className="font-semibold">{t('unplaced', { count: unplaced.length })}</h2>
          <ul className="mt-1 grid gap-1 text-sm">
            {unplaced.map(({ id, number, text, language, ...states }) => (
              <li key={id}>
                <a href={paths.proposal(slug, number)}>{t('proposal', { number })}</a>,{' '}
                {authorAndTaker(states)}:{' '}
                <span lang={language} dir="auto" className="line-clamp-1">
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Odd title={t('unconfirmed')} items={check.unconfirmed} slug={slug} />
      <Odd title={t('unprintable')} items={check.unprintable} slug={slug} />
      {comments && <p>{t('commentsOpen', { time: printSeatTime(comments.openUntil) })}</p>}
      <Consequences
        title={t('then')}
        sentences={[t('thenFixed'), t('thenPublic'), t('thenTold')]}
      />
    </div>
  )
}

function Odd(props: { title: string; items: readonly OddItem[]; slug: string }) {
  if (props.items.length === 0) return null
  return (
    <section className="border-s-4 border-accent bg-accent-wash px-4 py-3">
      <Items {...props} />
    </section>
  )
}

function Items({ title, items, slug }: { title: string; items: readonly OddItem[]; slug: string }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 grid gap-1 text-sm">
        {items.map(({ item, number, note }) => (
          <li key={item.id}>
            <a href={`${paths.list(slug)}#item-${item.id}`}>{number}</a>: <bdi>{note}</bdi>{' '}
            <span lang={item.language} dir="auto" className="line-clamp-1">
              {item.text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
