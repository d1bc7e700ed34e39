import { Deadline } from '@/components/time/deadline'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import type { CirculationView } from '@/lib/circulation/comments/reading/queries'
import {
  type ContentsList,
  type DraftView,
  progressOf,
} from '@/lib/circulation/comments/reading/views'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The name of the circulation, its deadline and posting, the delegation's progress, and the links to release. */
export function ReadingHead({
  circulation,
  lists,
  drafts,
  ways,
  readsItem,
}: {
  circulation: CirculationView
  lists: readonly ContentsList[]
  drafts: readonly DraftView[]
  /** Other pages of the circulation that this reader has. */
  ways: readonly { href: string; label: string }[]
  /** An item is read: on a phone its text then begins on the first screen. */
  readsItem: boolean
}) {
  const t = translations('circulationComments')
  const { id, slug, delegation, title } = circulation
  const elsewhere = readsItem ? 'button max-sm:hidden' : 'button'
  const inHand = drafts.filter(({ discardedAt }) => discardedAt === null).length
  return (
    <PageHeading
      title={title}
      actions={
        <>
          {delegation && (
            <>
              <a
                href={paths.circulationInHand(slug, id)}
                className={inHand > 0 ? 'button button-main' : 'button'}
              >
                {inHand > 0 ? t('inHand', { count: inHand }) : t('clearTitle')}
              </a>
              <a href={paths.circulationSupport(slug, id)} className={elsewhere}>
                {t('support')}
              </a>
            </>
          )}
          {ways.map(({ href, label }) => (
            <a key={href} href={href} className={elsewhere}>
              {label}
            </a>
          ))}
        </>
      }
    >
      <DeadlineLine circulation={circulation} />
      <div className={readsItem ? 'max-sm:hidden' : undefined}>
        <PostingLine circulation={circulation} />
      </div>
      {delegation && <p data-testid="progress">{t('progress', progressOf(lists))}</p>}
      <p className="hidden text-sm lg:block">
        {t.rich(delegation ? 'keys' : 'keysReading', {
          k: (key) => <kbd>{key}</kbd>,
        })}
      </p>
    </PageHeading>
  )
}

/** Until when comments are open, or since when they are closed. */
export function DeadlineLine({ circulation }: { circulation: CirculationView }) {
  const t = translations('circulationComments')
  const { isOpen, openUntil } = circulation
  return (
    <p>
      {isOpen ? (
        <>
          {t('openUntil')} <Deadline until={openUntil} />
        </>
      ) : (
        t('closed', { time: printSeatTime(openUntil) })
      )}
    </p>
  )
}

/** The time of posting, or the link to the posted comments. */
function PostingLine({ circulation }: { circulation: CirculationView }) {
  const t = translations('circulationComments')
  const { id, slug, isPosted } = circulation
  if (isPosted)
    return (
      <p>
        <a href={paths.publicCirculation(slug, id)} className="way">
          {t('postedLink')}
        </a>
      </p>
    )
  return <p>{postedWords(circulation)}</p>
}

/** When the comments are posted, as a sentence. */
export function postedWords({
  postingRule,
  postAt,
}: Pick<CirculationView, 'postingRule' | 'postAt'>): string {
  const t = translations('circulationComments')
  if (postingRule === 'atRelease') return t('postedAtRelease')
  if (postingRule === 'atDeadline' || postAt === null) return t('postedAtDeadline')
  return t('postedAtDate', { time: printSeatTime(postAt) })
}
