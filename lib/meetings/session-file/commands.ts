import 'server-only'
import { db, type Tx } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { lockRow } from '@/lib/db/row-locks'
import { sortKey } from '@/lib/delegations/names/sort-key'
import { authorize, Refused } from '@/lib/errors'
import { knownStates } from '@/lib/proposals/import/states'
import { record, recordByOperator } from '@/lib/record/record'
import { freeSlug, sessionSlug } from '@/lib/sessions/commands'
import { canCreateSession } from '@/lib/sessions/policy'
import type { SessionFile } from './format'
import { groupOf } from './group-rows'
import { type ReadFile, readSessionFile } from './read'
import { writeSessionRows } from './rows'

/** Reads a session file against the States that this installation knows; writes nothing. */
export async function previewSessionFile(bytes: Uint8Array): Promise<ReadFile> {
  const [states, entities, groups] = await Promise.all([
    knownStates(),
    db.entity.findMany({ select: { name: true } }),
    db.expertGroup.count(),
  ])
  const names = new Set(entities.map(({ name }) => sortKey(name)))
  const isState = (name: string) => states.has(sortKey(name))
  return readSessionFile(bytes, {
    groups,
    isState,
    isEntity: (name) => isState(name) || names.has(sortKey(name)),
  })
}

/** The group that a file would make, or null: no group here has its root of symbols. */
export async function newGroupOf({
  group,
}: SessionFile): Promise<{ name: string; symbolRoot: string } | null> {
  if (!group) return null
  const { name, symbolRoot } = group
  return (await db.expertGroup.count({ where: { symbolRoot } })) > 0 ? null : { name, symbolRoot }
}

/**
 * Writes a session with its file's facts, in one transaction, and returns its slug and whether it was new. An empty
 * session gets the file's facts instead of its own; refuses a session with facts, and a file without a group's name if
 * there are several groups.
 */
export function importSession(
  importer: SignedIn | 'operator',
  file: SessionFile,
): Promise<{ slug: string; isNew: boolean }> {
  if (importer !== 'operator') authorize(canCreateSession(importer), 'secretariatOnly')
  return transaction(
    importer,
    async (tx) => {
      const group = await groupOf(tx, file)
      const sessionId = await emptySession(tx, group.id, file.session.ordinal)
      const facts = sessionFacts(file)
      const session = sessionId
        ? await tx.session.update({
            where: { id: sessionId },
            data: { ...facts, version: { increment: 1 } },
            select: { id: true, slug: true },
          })
        : await tx.session.create({
            data: {
              ...facts,
              groupId: group.id,
              slug: await freeSlug(tx, sessionSlug({ ...facts, ordinal: file.session.ordinal })),
            },
            select: { id: true, slug: true },
          })
      await writeSessionRows(tx, { ...group, sessionId: session.id }, file)
      const { decisions, meetings, panellists } = file
      const act = {
        sessionId: session.id,
        subjectId: session.id,
        data: {
          decisions: decisions.length,
          meetings: meetings.length,
          panellists: panellists.length,
        },
      }
      await (importer === 'operator'
        ? recordByOperator(tx, 'session.imported', act)
        : record(tx, importer, 'session.imported', act))
      return { slug: session.slug, isNew: !sessionId }
    },
    { timeout: 60_000 },
  )
}

const day = (date: string) => new Date(date)

function sessionFacts({ session }: SessionFile) {
  const { ordinal, kind, title, place, format, startsOn, endsOn, commentsReceived } = session
  return {
    ordinal,
    kind,
    title,
    place,
    format,
    startsOn: day(startsOn),
    endsOn: day(endsOn),
    commentsReceived,
  }
}

/** The id of the session that the group has under this number, with its empty agenda and meetings taken off; null if none. */
async function emptySession(tx: Tx, groupId: string, ordinal: number): Promise<string | null> {
  const session = await tx.session.findUnique({ where: { groupId_ordinal: { groupId, ordinal } } })
  if (!session) return null
  const sessionId = session.id
  await lockRow(tx, 'Session', sessionId)
  const where = { where: { sessionId } }
  const counts = await Promise.all([
    tx.proposal.count(where),
    tx.draft.count(where),
    tx.sessionDecision.count(where),
    tx.meetingItem.count(where),
    tx.agendaStep.count(where),
    tx.panellist.count(where),
    tx.statement.count(where),
    tx.speakersList.count(where),
    tx.attendance.count(where),
    tx.attendanceCount.count(where),
    tx.document.count(where),
    tx.preliminaryList.count(where),
    tx.consolidatedList.count(where),
    tx.bureauMember.count(where),
    tx.powersDelegation.count(where),
    tx.meetingSuspension.count({ where: { meeting: { sessionId } } }),
  ])
  if (counts.some((rows) => rows > 0))
    throw new Refused('conflict', 'sessionHasFacts', { slug: session.slug })
  const items = await tx.agendaItem.findMany({ ...where, select: { id: true } })
  await tx.follow.deleteMany({ where: { agendaItemId: { in: items.map(({ id }) => id) } } })
  await tx.meeting.deleteMany(where)
  await tx.agendaItem.deleteMany(where)
  await tx.earlierDates.deleteMany(where)
  return sessionId
}
