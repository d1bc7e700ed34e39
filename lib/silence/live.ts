import 'server-only'
import { db } from '@/lib/db/client'

/** The topic under which the events of a procedure are announced. */
export const silenceTopic = (silenceId: string): string => `silence:${silenceId}`

/** A number that everything which happens to a procedure raises. Unchecked: the caller must have authorized the actor. */
export async function loadSilenceStamp(id: string): Promise<string> {
  const [{ declaredAt, decisionId, notedMeetingId, openedAt, version, _count }, withdrawn] = [
    await db.silence.findUniqueOrThrow({
      where: { id },
      include: { _count: { select: { breaks: true, extensions: true, remarks: true } } },
    }),
    await db.silenceBreak.count({ where: { silenceId: id, withdrawnAt: { not: null } } }),
  ]
  const ends = [declaredAt, decisionId, notedMeetingId, openedAt].filter(Boolean).length
  const { breaks, extensions, remarks } = _count
  return String(version + ends + breaks + extensions + remarks + withdrawn)
}
