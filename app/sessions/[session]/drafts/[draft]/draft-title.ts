import { translations } from '@/lib/messages'
import type { DraftView } from '@/lib/proposals/drafts/queries'

/**
 * The name of a draft in the title of its pages: what it revises, or its agenda item. Never its words: a browser keeps
 * titles in its history, also on a computer that several people use.
 */
export function draftTitle({ revises, agenda }: Pick<DraftView, 'revises' | 'agenda'>): string {
  const t = translations('drafts')
  if (revises) return t('revisionOf', { number: revises.number })
  return agenda ? `${t('proposal')} · ${agenda}` : t('proposal')
}
