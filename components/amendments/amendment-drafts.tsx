import { printSeatTime } from '@/lib/clock'
import type { AmendmentDraftView } from '@/lib/amendments/drafts/queries'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** Unreleased texts of the reader's own delegation on this text. */
export function AmendmentDrafts({
  drafts,
  of,
}: {
  drafts: readonly AmendmentDraftView[]
  of: { slug: string; number: number }
}) {
  const t = translations('amendments')
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="amendment-drafts" className="no-print mb-10">
      <h2 id="amendment-drafts" className="mb-2 scroll-mt-4 font-semibold">
        {t('drafts')}
      </h2>
      <ul className="grid gap-2">
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className="min-w-0 border-s-2 border-dashed border-line-strong ps-4 text-sm"
          >
            <a
              href={paths.amendmentDraft(of.slug, of.number, draft.id)}
              className="way font-semibold"
            >
              {t('goOn')}
            </a>{' '}
            <span className="text-quiet">
              {t('written', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
            </span>
            {draft.reason && (
              <p dir="auto" className="max-w-prose truncate">
                {draft.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
