import { type OutcomeKind, outcomeKinds } from '@/lib/consolidation/kinds'
import type { Coverage } from '@/lib/consolidation/outcomes/outcome-rule'
import { translations } from '@/lib/messages'

// One colour for items that live on in the list, one for items set aside; the words tell them apart.
const fills: Record<OutcomeKind, { band: string; key: string }> = {
  adoptedAsIs: { band: 'fill-accent', key: 'bg-accent' },
  mergedInto: { band: 'fill-accent/80', key: 'bg-accent/80' },
  splitInto: { band: 'fill-accent/65', key: 'bg-accent/65' },
  reworded: { band: 'fill-accent/50', key: 'bg-accent/50' },
  deferred: { band: 'fill-line-strong', key: 'bg-line-strong' },
  notAgreed: { band: 'fill-line-strong/75', key: 'bg-line-strong/75' },
  withdrawn: { band: 'fill-line-strong/50', key: 'bg-line-strong/50' },
}

/** The share of all preliminary items with an outcome, by outcome; each part links to its items. */
export function CoverageBar({
  coverage,
  address,
}: {
  coverage: Coverage
  /** The address that shows the items of one outcome, or null if the reader cannot filter. */
  address: ((outcome: string) => string) | null
}) {
  const t = translations('consolidation')
  const { total, settled, open, counts } = coverage
  const parts = outcomeKinds.filter((kind) => counts[kind] > 0)
  const outcomeLink = (outcome: string, label: string) =>
    address ? <a href={address(outcome)}>{label}</a> : <span>{label}</span>
  return (
    <section aria-labelledby="coverage" className="mb-8">
      <h2 id="coverage" className="mb-2 font-semibold">
        {t('coverage', { settled, total })}
      </h2>
      <svg
        aria-hidden
        viewBox={`0 0 ${Math.max(total, 1)} 1`}
        preserveAspectRatio="none"
        className="block h-3 w-full rounded-sm border border-line-strong bg-sheet"
      >
        {parts.map((kind, index) => (
          <rect
            key={kind}
            x={parts.slice(0, index).reduce((sum, before) => sum + counts[before], 0)}
            width={counts[kind]}
            height={1}
            className={fills[kind].band}
          />
        ))}
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.map((kind) => (
          <li key={kind} className="flex items-center gap-2 py-1">
            <span aria-hidden className={`inline-block size-3 rounded-sm ${fills[kind].key}`} />
            {outcomeLink(
              kind,
              t('outcomeCount', { outcome: t(`outcomes.${kind}`), count: counts[kind] }),
            )}
          </li>
        ))}
        {open.length > 0 && (
          <li className="flex items-center gap-2 py-1 font-semibold">
            <span
              aria-hidden
              className="inline-block size-3 rounded-sm border border-line-strong bg-sheet"
            />
            {outcomeLink(
              'none',
              t('outcomeCount', { outcome: t('outcomes.none'), count: open.length }),
            )}
          </li>
        )}
      </ul>
    </section>
  )
}
