import { addDays } from 'date-fns/addDays'
import { addHours } from 'date-fns/addHours'
import type { Tx } from '@/lib/db/client'
import { castDelegations } from '@/lib/demonstration/cast'
import { sha256 } from '@/lib/record/record'
import type { CirculationScene } from './scene'

/** The Rapporteur's answers so far, by the commenter and its position; the last is still in the making. */
const ANSWERS = [
  { by: 'arvenia', position: 'supports', outcome: 'noted', text: '', reply: 'accepts' },
  {
    by: 'arvenia',
    position: 'supportsWithChange',
    outcome: 'takenUpInPart',
    text: 'The draft item says whose knowledge is meant. It keeps the other words, which three comments support.',
    reply: null,
  },
] as const
const IN_THE_MAKING = 'A shorter end can stand. To be seen with the wording of Arvenia.'

/** The Rapporteur has answered the first comments, one of them with a reply, and writes at another. */
export async function makeResponses(
  tx: Tx,
  { id: circulationId, session, cast, diary, openedAt }: CirculationScene,
): Promise<void> {
  const { rapporteur } = cast.officers
  const at = addDays(openedAt, 10)
  const find = (by: 'arvenia' | 'estavia', position: 'supports' | 'supportsWithChange') =>
    tx.circulationComment.findFirst({
      where: {
        circulationId,
        delegationId: session.delegations[by],
        position,
        replacedById: null,
        withdrawnAt: null,
      },
      orderBy: { releasedAt: 'asc' },
      select: { id: true },
    })
  for (const { by, position, outcome, text, reply } of ANSWERS) {
    const comment = await find(by, position)
    if (!comment) continue
    const { head } = cast.delegations[by]
    const { name } = castDelegations[by]
    const replied = reply && { reply, repliedAt: addHours(at, 5), repliedById: head.id }
    await tx.response.create({
      data: {
        commentId: comment.id,
        outcome,
        text,
        releasedAt: at,
        releasedById: rapporteur.id,
        ...replied,
      },
    })
    const act = { sessionId: session.id, subjectId: comment.id }
    diary.push({
      ...act,
      at,
      event: 'response.released',
      person: rapporteur,
      actingFor: 'rapporteur',
      data: { name, outcome },
      textHash: sha256(text),
    })
    if (replied)
      diary.push({
        ...act,
        at: replied.repliedAt,
        event: 'response.replied',
        person: head,
        delegationId: session.delegations[by],
        actingFor: name,
        data: { reply: replied.reply },
      })
  }
  const next = await find('estavia', 'supportsWithChange')
  if (next)
    await tx.responseDraft.create({
      data: {
        commentId: next.id,
        text: IN_THE_MAKING,
        outcome: 'takenUpInPart',
        updatedAt: at,
        updatedById: rapporteur.id,
      },
    })
}
