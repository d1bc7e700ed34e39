import { printDate } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { castDelegations } from '@/lib/demonstration/cast'
import { headOf } from '@/lib/documents/head'
import { markDocumentIssued } from '@/lib/documents/issue'
import type { DocumentKind } from '@/lib/documents/kinds'
import { registerAs } from '@/lib/documents/symbols/numbering'
import { type Block, type Entry, type Paper, plain } from '@/lib/export/paper'
import { paperToDocx } from '@/lib/export/word'
import { translations } from '@/lib/messages'
import { placeAndDates, sessionName } from '@/lib/sessions/session-view'
import type { PastAct } from '@/lib/demonstration/scenes/diary'
import type { DemonstrationSession } from '@/lib/demonstration/scenes/sessions'
import { sha256OfBytes } from '@/lib/record/record'

type Past = {
  /** The part after the root of the group. */
  symbol: string
  kind: DocumentKind
  title: string
  /** Its printed date; it was issued that day. */
  datedOn: string
  blocks: Block[]
}

/** The workplan that the fourth session adopted: the draft report names it by its symbol. */
export const documentsOfFourth = (): Past[] => [
  {
    symbol: '2018/CRP.1',
    kind: 'paper',
    title: 'Proposal by the Chair for the 2018–2021 workplan of the Expert Group',
    datedOn: '2018-04-03',
    blocks: [paragraph('The text of this document is not part of the demonstration.')],
  },
]

/** The documents of paragraphs 23 and 24 of the draft report; the participants are invented. */
export const documentsOfSixth = ({ agenda }: DemonstrationSession): Past[] => [
  {
    symbol: '2020/1',
    kind: 'annotatedAgenda',
    title: 'Annotated provisional agenda',
    datedOn: '2019-12-18',
    blocks: agenda
      .filter(({ item }) => /^\d+$/.test(item))
      .map(({ item, title }) => {
        const under = agenda.filter((entry) => entry.item !== item && entry.item.startsWith(item))
        const items: Entry[] = under.map((entry) => ({ text: [plain(entry.title)] }))
        return { kind: 'paragraph', text: [plain(title)], ...(items.length > 0 && { items }) }
      }),
  },
  {
    symbol: '2020/INF/1',
    kind: 'participants',
    title: 'Provisional list of participants',
    datedOn: '2020-07-27',
    blocks: Object.values(castDelegations)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .flatMap(({ name, people }): Block[] => [
        { kind: 'heading', level: 3, text: name, unnumbered: true },
        ...Object.values(people).map((person) =>
          paragraph(`${person.honorific} ${person.name}`.trim()),
        ),
      ]),
  },
]

/** Registers and issues the documents of a session, each with its file. */
export async function makeDocuments(
  tx: Tx,
  {
    sessionId,
    person,
    diary,
  }: { sessionId: string; person: { id: string; name: string }; diary: PastAct[] },
  documents: readonly Past[],
): Promise<void> {
  const { group, ...session } = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { group: true },
  })
  const view = { ...session, symbolRoot: group.symbolRoot, eventWord: group.eventWord }
  for (const { symbol: ending, kind, title, datedOn, blocks } of documents) {
    const at = new Date(`${datedOn}T09:00:00Z`)
    const symbol = await registerAs(tx, `${group.symbolRoot}/${ending}`, {
      sessionId,
      kind,
      title,
      languages: ['en'],
      originalLanguage: 'en',
      distribution: 'general',
      datedOn: at,
      registeredAt: at,
      registeredById: person.id,
    })
    const { id } = await tx.document.findUniqueOrThrow({ where: { symbol }, select: { id: true } })
    const paper: Paper = {
      language: 'en',
      masthead: {
        ...headOf(view, { symbol, distribution: 'general' }),
        date: printDate(at),
        original: 'English',
        body: group.name,
        session: sessionName(view),
        datesAndPlace: placeAndDates(view),
      },
      title,
      notice: translations('lists.paper')('notice'),
      created: at.toISOString(),
      blocks,
    }
    const bytes = new Uint8Array(await paperToDocx(paper))
    const hash = sha256OfBytes(bytes)
    const file = { documentId: id, language: 'en', form: 'docx', name: `${kind}.docx` }
    await tx.documentFile.create({
      data: { ...file, size: bytes.length, hash, bytes, uploadedAt: at, uploadedById: person.id },
    })
    await markDocumentIssued(tx, id, person.id, at)
    const act = { at, sessionId, person, actingFor: 'secretariat', subjectId: id }
    diary.push({ ...act, event: 'document.registered', data: { symbol } })
    diary.push({ ...act, event: 'document.issued', data: { symbol } })
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', unnumbered: true, text: [plain(text)] }
}
