import 'server-only'
import { paperFile, TYPES } from '@/lib/consolidation/outputs/files'
import { clockTime, db } from '@/lib/db/client'
import { type Actor, visitor } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import type { PaperLink } from '@/lib/html/frame'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { participantsPaper } from './paper'
import { findParticipants, getParticipantsInMaking, listParticipants } from './queries'

/** The forms in which a list of participants is read. */
export const participantFormats = ['html', 'docx', 'pdf'] as const
type ParticipantFormat = (typeof participantFormats)[number]

/** An issued list of participants in a form, for everybody; not found if there is none. */
export async function publicParticipants(
  slug: string,
  number: number,
  format: ParticipantFormat,
): Promise<PublicFile> {
  const session = orNotFound(await findSession(slug))
  const list = orNotFound(await findParticipants(session, number))
  const lists = await listParticipants(visitor, session)
  const { symbol, title } = list.document!
  const key = `participants ${session.id} ${number} ${title} ${format} ${lists.length}`
  return memoizedFile(key, async () => {
    const links: PaperLink[] = [
      { label: translations('snapshots')('allPublic'), href: paths.publicHome },
      { label: symbol, href: paths.publicDocument(slug, symbol) },
      ...(['docx', 'pdf'] as const).map((form) => ({
        label: translations('participants')(form),
        href: paths.publicParticipants(slug, number, form),
      })),
      ...lists
        .filter((candidate) => candidate.symbol !== symbol)
        .slice(0, 5)
        .map((candidate) => ({
          label: candidate.symbol,
          href: paths.publicDocument(slug, candidate.symbol),
        })),
    ]
    const body = await paperFile(participantsPaper(session, list), format, links)
    return { body, type: TYPES[format], name: `${slug}-participants-${number}.${format}` }
  })
}

/** The list as it would be issued now, in a form, for the Secretariat. */
export async function draftParticipants(
  actor: Actor,
  session: SessionView,
  format: ParticipantFormat,
): Promise<{ body: Uint8Array | string; type: string; name: string }> {
  const { content } = await getParticipantsInMaking(actor, session)
  const issuedAt = await clockTime(db)
  const paper = participantsPaper(session, { content, issuedAt, document: null })
  const name = `${session.slug}-participants-draft.${format}`
  return { body: await paperFile(paper, format), type: TYPES[format], name }
}
