import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import type { DraftView } from '@/lib/circulation/comments/reading/views'
import { onBehalfOf } from '@/lib/sessions/attribution/attribution'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { aboutWords, replacesWords, SaidWords, saidMark } from './said'
import { apart } from '@/lib/text/apart'

type DraftActs = { discard: FormAction; restore: FormAction }

/** A comment in the hand of the reader's delegation, with the link to go on writing it. */
export function InHand({
  draft,
  circulation: { id, slug, isOpen },
  acts,
  about: About,
}: {
  draft: DraftView
  circulation: { id: string; slug: string; isOpen: boolean }
  acts: DraftActs | null
  /** The heading with the comment's target, if the page has none. */
  about?: 'h2' | 'h3'
}) {
  const t = translations('circulationComments')
  const { handedAt, lateRefusedAt, discardedAt, onPaperAt } = draft
  const facts = [
    saidMark(draft),
    draft.onBehalfOf && onBehalfOf({ group: draft.onBehalfOf.name, members: [] }),
    replacesWords(draft),
    draft.isFromPaper && t('fromPaper'),
    t('draftFrom', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) }),
  ].filter(Boolean)
  return (
    <div className="border-s-2 border-dashed border-line-strong ps-4">
      {About && <About className="font-semibold">{aboutWords(draft)}</About>}
      <p className="text-sm text-quiet">{facts.join(' · ')}</p>
      <SaidWords comment={draft} />
      {onPaperAt && (
        <p className="text-sm">
          {t('draftOnPaper', {
            time: printSeatTime(onPaperAt),
            state: handedAt ? 'late' : isOpen ? 'open' : 'inTime',
          })}
        </p>
      )}
      {handedAt && !onPaperAt && (
        <p className="text-sm">{t('draftHanded', { time: printSeatTime(handedAt) })}</p>
      )}
      {lateRefusedAt && (
        <p className="text-sm text-alarm">
          {t('draftRefused', { reason: apart(draft.lateRefusal) })}
        </p>
      )}
      {acts && !handedAt && (
        <div className="no-print flex flex-wrap items-center gap-x-3 text-sm">
          {discardedAt ? (
            <>
              <span className="text-quiet">
                {t('discardedOn', { time: printSeatTime(discardedAt) })}
              </span>
              <ActForm
                action={acts.restore}
                values={{ id: draft.id }}
                button={t('restore')}
                tone="plain"
                className="contents"
              />
            </>
          ) : (
            <>
              {!onPaperAt && (
                <a
                  href={paths.circulationDraft(slug, id, draft.id)}
                  className="button button-plain -ms-1.5"
                >
                  {t('continue')}
                </a>
              )}
              <ActForm
                action={acts.discard}
                values={{ id: draft.id }}
                button={t('discard')}
                tone="plain"
                className="contents"
              />
            </>
          )}
        </div>
      )}
    </div>
  )
}
