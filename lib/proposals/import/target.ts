import 'server-only'
import { printDateRange } from '@/lib/clock'
import type { ImportDraft } from '@/lib/db/generated/client'
import { lockRow } from '@/lib/db/row-locks'
import type { Tx } from '@/lib/db/client'
import { orNotFound, Refused } from '@/lib/errors'
import { freeSlug } from '@/lib/sessions/commands'
import { ImportedSession } from './format'
import { groupOfNewSession, StoredSession } from './schema'

/** Items go to a session with an empty list that is not issued. */
export type Target = {
  sessionId: string
  slug: string
  listId: string
  agendaItemId: string | null
  /** The last proposal number that the session had given. */
  after: number
}

type Draft = Pick<
  ImportDraft,
  'sessionId' | 'session' | 'contentHash' | 'agendaNumber' | 'agendaTitle'
>

/**
 * The session into which a draft goes, locked: the one chosen, or a new one, told to `created`. Refuses a
 * session that has a list, a number that is taken, and a session that is not told completely.
 */
export async function intoSession(
  tx: Tx,
  draft: Draft,
  personId: string | null,
  created: (session: { id: string; ordinal: number }, dates: string) => Promise<void>,
): Promise<Target> {
  const session = draft.sessionId
    ? await chosenSession(tx, draft, draft.sessionId)
    : await makeSession(tx, draft, personId, created)
  const list = await tx.preliminaryList.upsert({
    where: { sessionId: session.id },
    create: { sessionId: session.id, createdById: personId },
    update: {},
    select: { id: true },
  })
  return {
    sessionId: session.id,
    slug: session.slug,
    listId: list.id,
    agendaItemId: await agendaItem(tx, draft, session.id),
    after: session.lastProposalNumber,
  }
}

async function chosenSession(tx: Tx, draft: Draft, id: string) {
  await lockRow(tx, 'Session', id)
  const session = orNotFound(
    await tx.session.findUnique({
      where: { id },
      include: { preliminaryList: { include: { _count: { select: { items: true } } } } },
    }),
  )
  const twice = await tx.importDraft.count({
    where: { contentHash: draft.contentHash, sessionId: id, issuedAt: { not: null } },
  })
  if (twice > 0) throw new Refused('conflict', 'importTwice')
  const { preliminaryList: list } = session
  if (list && (list.issuedAt || list._count.items > 0))
    throw new Refused('conflict', 'importListThere', {}, 'sessionId')
  if (list) await tx.listHeading.deleteMany({ where: { listId: list.id } })
  return session
}

async function makeSession(
  tx: Tx,
  draft: Draft,
  personId: string | null,
  created: (session: { id: string; ordinal: number }, dates: string) => Promise<void>,
) {
  const parsed = ImportedSession.safeParse(draft.session)
  if (!parsed.success) throw new Refused('invalid', 'importSession')
  const { ordinal, title, place } = parsed.data
  const [startsOn, endsOn] = [new Date(parsed.data.startsOn), new Date(parsed.data.endsOn)]
  const groupId = await groupOf(tx, draft)
  const otherSession = await tx.session.findFirst({
    where: { groupId, ordinal },
    select: { imports: { where: { contentHash: draft.contentHash, issuedAt: { not: null } } } },
  })
  if (otherSession)
    throw new Refused('conflict', otherSession.imports.length > 0 ? 'importTwice' : 'ordinalTaken')
  const session = await tx.session.create({
    data: {
      groupId,
      slug: await freeSlug(tx, `imported-${ordinal}-${parsed.data.startsOn.slice(0, 4)}`),
      ordinal,
      title,
      place,
      startsOn,
      endsOn,
      createdById: personId,
      importedFrom: 'list',
    },
  })
  await created(session, printDateRange(startsOn, endsOn))
  return session
}

/** The group of the new session of a draft. Refuses if there is no group, or a choice is left. */
async function groupOf(tx: Tx, draft: Draft): Promise<string> {
  const groups = await tx.expertGroup.findMany({ select: { id: true } })
  if (groups.length === 0) throw new Refused('conflict', 'groupNotSetUp')
  const groupId = groupOfNewSession(StoredSession.parse(draft.session), groups)
  if (!groupId) throw new Refused('invalid', 'importGroup', {}, 'groupId')
  return groupId
}

/** The agenda item of the proposals: the session's own of that number, else a new one; null if none is given. */
async function agendaItem(
  tx: Tx,
  { agendaNumber: number, agendaTitle: title }: Draft,
  sessionId: string,
): Promise<string | null> {
  if (number === null) return null
  const agendaItem = await tx.agendaItem.findUnique({
    where: { sessionId_number_letter: { sessionId, number, letter: '' } },
    select: { id: true },
  })
  if (agendaItem) return agendaItem.id
  if (!title) throw new Refused('invalid', 'importAgendaTitle', {}, 'agendaTitle')
  return (await tx.agendaItem.create({ data: { sessionId, number, title }, select: { id: true } }))
    .id
}
