import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { ordinalWord, printSeatTime } from '@/lib/clock'
import { placeOnList } from '@/lib/consolidation/views'
import type { OurChange, OursView } from '@/lib/consolidation/delegation-view/views'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/**
 * The changes since this person's last look, each with a link to its place of answer. A disagreement is offered only
 * while this person can state one.
 */
export function Pending({
  ours,
  slug,
  mayDisagree,
  look,
}: {
  ours: OursView
  slug: string
  mayDisagree: boolean
  look: FormAction
}) {
  const t = translations('ours')
  const { changes } = ours
  const [latest] = changes
  const rows = changes.map((change) => wordsOf(change, ours))
  return (
    <section aria-labelledby="decide" className="sheet mb-10 p-5">
      <h2 id="decide" className="font-serif text-xl font-semibold">
        {t(mayDisagree ? 'decide' : 'changed')}
      </h2>
      {latest ? (
        <>
          <p className="mb-4 mt-1 max-w-prose text-sm text-quiet">
            {t('decideAbout', {
              who: mayDisagree ? 'decides' : ours.adopted ? 'nobody' : 'others',
            })}
          </p>
          <ol className="mb-5 border-t border-line">
            {rows.map(({ label, href }, index) => (
              <li
                key={`${changes[index]!.kind} ${changes[index]!.id}`}
                className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-1"
              >
                <a href={href} className="way font-semibold">
                  {label}
                </a>
                <span className="text-sm text-quiet">{printSeatTime(changes[index]!.at)}</span>
              </li>
            ))}
          </ol>
          <ActForm
            action={look}
            className="no-print grid justify-items-start gap-3"
            values={{ slug, until: latest.at.toISOString() }}
            button={t('looked')}
          />
        </>
      ) : (
        <p className="mt-1">
          {t('nothingPending')} <span className="text-quiet">{t('nothingPendingHint')}</span>
        </p>
      )}
    </section>
  )
}

function wordsOf({ kind, id, at }: OurChange, ours: OursView) {
  const t = translations('ours')
  const tc = translations('consolidation')
  if (kind === 'item') {
    const item = ours.proposals
      .flatMap(({ items }) => items)
      .find((candidate) => candidate.id === id)
    const place = item
      ? `${tc('sessionOf', { session: ordinalWord(item.sessionOrdinal) })}, ${placeOnList(item)}`
      : ''
    const outcome = item?.outcome
    const corrected = item?.surviving.find(
      ({ correctedAt }) => correctedAt?.getTime() === at.getTime(),
    )?.corrected
    const label = corrected
      ? t('changes.corrected', { number: corrected, place })
      : outcome
        ? t('changes.item', { outcome: tc(`outcomes.${outcome}`), place })
        : t('changes.open', { place })
    return { label, href: `#item-${id}` }
  }
  const amendment = ours.amendments.find((candidate) => candidate.id === id)
  const comment = ours.comments.find((candidate) => candidate.id === id)
  const proposal = ours.proposals.find(
    (candidate) => candidate.id === (amendment?.proposalId ?? comment?.proposalId),
  )
  const { number = 0, sessionSlug = '' } = proposal ?? {}
  return amendment
    ? {
        label: t('changes.amendment', {
          decision: amendment.decision ?? 'none',
          amendment: amendment.number,
          number,
        }),
        href: `#amendment-${id}`,
      }
    : { label: t('changes.comment', { number }), href: paths.comment(sessionSlug, number, id) }
}
