import { markOf } from '@/components/comments/mark'
import { Marked } from '@/components/text/marked'
import { translations } from '@/lib/messages'
import type { DraftView, ReleasedView } from '@/lib/circulation/comments/reading/views'

type Said = Pick<DraftView, 'category' | 'position' | 'language' | 'text' | 'wording' | 'base'> & {
  passage: string | null
}

/** Category and position: "Substantive · Supports with a change". */
export const saidMark = (comment: Pick<Said, 'category' | 'position'>): string =>
  markOf(translations('comments'), comment)

/** What the release of a comment in hand replaces, in words; '' for nothing. */
export function replacesWords({
  replacesId,
  replacesPosition,
}: Pick<DraftView, 'replacesId' | 'replacesPosition'>): string {
  const t = translations('circulationComments')
  if (replacesId) return t('draftReplaces')
  return replacesPosition ? t('draftReplacesPosition') : ''
}

/** A comment's content: the item's words under comment, its own words, and its wording marked against the item. */
export function SaidWords({ comment }: { comment: Said }) {
  const t = translations('circulationComments')
  const { passage, text, language, wording, base } = comment
  return (
    <>
      {passage && (
        <blockquote dir="auto" className="comment-quote line-clamp-4">
          {passage}
        </blockquote>
      )}
      {text && (
        <p dir="auto" lang={language} className="comment-words whitespace-pre-line break-words">
          {text}
        </p>
      )}
      {wording && base && (
        <div className="mt-2">
          <p className="text-sm text-quiet">{t('suggested')}</p>
          <Marked
            base={base.body}
            next={wording}
            language={base.language}
            unchangedText={t('unchanged')}
          />
        </div>
      )}
    </>
  )
}

/** The target of a comment, in words that name its list. */
export function aboutWords({
  target,
  name,
  subject,
}: Pick<ReleasedView, 'target' | 'name' | 'subject'>): string {
  const t = translations('circulationComments')
  switch (target) {
    case 'item':
    case 'heading':
    case 'list':
      return name
    case 'circulation':
      return t('circulationWhole')
    case 'other':
      return subject || t('otherSubject')
  }
}
