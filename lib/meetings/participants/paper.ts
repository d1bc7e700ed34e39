import type { Registered } from '@/lib/documents/head'
import { mastheadOf } from '@/lib/consolidation/outputs/list-document'
import type { Block, Paper } from '@/lib/export/paper'
import { plain } from '@/lib/export/paper'
import { translations } from '@/lib/messages'
import { isDemonstration } from '@/lib/sessions/demonstration'
import type { SessionView } from '@/lib/sessions/session-view'
import { type ParticipantContent, participantsTitle } from './content'
import { type Accredited, printAccredited } from './lines'

/** A list of participants to print: its content, the time of its issue (or reading, before), and its document. */
export type PrintedParticipants = {
  content: ParticipantContent
  issuedAt: Date
  document: (Registered & { title: string }) | null
}

/** The list of participants as a paper: a heading for each kind, then each delegation with its people below its name, then the panellists. */
export function participantsPaper(
  session: SessionView,
  { content, issuedAt, document }: PrintedParticipants,
): Paper {
  const t = translations('participants')
  const words = translations('attendance.plurals')
  return {
    language: 'en',
    masthead: mastheadOf(session, document, issuedAt, 'English'),
    title: document?.title ?? participantsTitle(content.isProvisional),
    titleNote: t('note'),
    ...(isDemonstration() && { notice: translations('outputs')('list.notice') }),
    created: issuedAt.toISOString(),
    blocks: [
      ...content.groups.flatMap(({ kind, delegations }) => [
        heading(words(kind)),
        ...delegations.map(({ name, people }) =>
          paragraph([{ runs: [{ text: name, bold: true }] }, ...people.map(line)]),
        ),
      ]),
      ...(content.panellists.length > 0
        ? [
            heading(t('panellists')),
            ...content.panellists.map((person) => paragraph([line(person)])),
          ]
        : []),
    ],
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text, unnumbered: true })

type Lines = Extract<Block, { kind: 'paragraph' }>['text']
const paragraph = (text: Lines): Block => ({ kind: 'paragraph', unnumbered: true, text })
const line = (person: Accredited): Lines[number] => plain(printAccredited(person))
