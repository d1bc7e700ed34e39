'use client'

import { useTranslations } from 'use-intl/react'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import type { CommentDraftView } from '@/lib/comments/queries'
import { markOf } from './mark'

export type ShownDraft = Omit<CommentDraftView, 'updatedAt' | 'discardedAt'> & {
  updated: string
  discarded: string | null
  /** The delegation of the comment that it answers. */
  answers: string | null
}

/** The drafts of the reader's own delegation, and those that it discarded within the last day. Needs the messages `comments`. */
export function CommentDrafts({
  drafts,
  address,
  mayRelease,
  discard,
  restore,
  open,
}: {
  drafts: readonly ShownDraft[]
  /** The address of the proposal, if comments can be written now; else null. */
  address: string | null
  mayRelease: boolean
  discard: FormAction | null
  restore: FormAction | null
  open: (draft: ShownDraft) => void
}) {
  const t = useTranslations('comments')
  if (drafts.length === 0) return null
  return (
    <section aria-labelledby="comment-drafts" className="no-print mt-8">
      <h3 id="comment-drafts" className="mb-3 scroll-mt-24 text-sm font-semibold">
        {t('drafts')}
      </h3>
      <ul className="grid gap-4 text-sm">
        {drafts.map((draft) => (
          <li key={draft.id} className="border-s-2 border-dashed border-line-strong ps-3">
            <p className="text-quiet">
              {[
                draft.answers && t('draftReply', { name: draft.answers }),
                draft.replacesId && t('draftReplaces'),
                !draft.parentId && markOf(t, draft),
                t('draftFrom', { name: draft.writtenBy, time: draft.updated }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p dir="auto" className="comment-words line-clamp-6">
              {draft.text}
            </p>
            {draft.discarded ? (
              <div className="flex flex-wrap items-center gap-x-3">
                <span className="text-quiet">{t('discardedOn', { time: draft.discarded })}</span>
                {restore && (
                  <ActForm
                    action={restore}
                    values={{ id: draft.id }}
                    button={t('restore')}
                    tone="plain"
                    className="contents"
                  />
                )}
              </div>
            ) : (
              <div className="flex flex-wrap items-center gap-x-3">
                {address && (
                  <a
                    href={`${address}?draft=${draft.id}#write`}
                    className="way"
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return
                      event.preventDefault()
                      open(draft)
                    }}
                  >
                    {t(mayRelease ? 'continueRelease' : 'continue')}
                  </a>
                )}
                {discard && (
                  <ActForm
                    action={discard}
                    values={{ id: draft.id }}
                    button={t('discard')}
                    tone="plain"
                    className="contents"
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
