import { titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { type DraftView, getDraft } from '@/lib/proposals/drafts/queries'
import { getSession } from '@/lib/sessions/queries'

/** The title of a page about a draft: its kind and the name of the draft. */
export const titledOfDraft = (kind: () => string) =>
  titled('participant', kind, async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    return `${kind()} · ${draftTitle(await getDraft(actor, session, params.draft))}`
  })

/**
 * The name of a draft in the title of its pages: what it revises, or its agenda item. Never its words: a browser keeps
 * titles in its history, also on a computer that several people use.
 */
export function draftTitle({ revises, agenda }: Pick<DraftView, 'revises' | 'agenda'>): string {
  const t = translations('drafts')
  if (revises) return t('revisionOf', { number: revises.number })
  return agenda ? `${t('proposal')} · ${agenda}` : t('proposal')
}
