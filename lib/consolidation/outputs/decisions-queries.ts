import 'server-only'
import { db } from '@/lib/db/client'
import { type Decision, decisionEvents } from './decisions'
import { readRecordedData } from '@/lib/record/record'

/**
 * Every decision on the consolidated list of a session, the earliest first. The hash is that of the text that was decided
 * on. Unchecked: the caller must have authorized the actor.
 */
export async function listDecisions(sessionId: string): Promise<Decision[]> {
  const decisions = await db.$queryRaw<Decision[]>`
  SELECT e.at, e.event, e."personName" AS by, e."actingFor", e.data,
    coalesce(e.data->>'onBehalfOf', '') AS "onBehalfOf",
    i.id AS "itemId", (e.data->>'wording')::int AS wording, (e.data->>'meeting')::int AS meeting,
    coalesce(e."textHash", t."textHash") AS "textHash"
  FROM "RecordEntry" e
  LEFT JOIN "ConsolidatedItem" i ON i.id = e."subjectId"
  LEFT JOIN "ConsolidatedText" t ON t."itemId" = i.id AND t.number = (e.data->>'wording')::int
  WHERE e."sessionId" = ${sessionId}::uuid AND e.event = ANY (${[...decisionEvents]})
  ORDER BY e.id`
  return decisions.map((decision) => ({ ...decision, data: readRecordedData(decision.data) }))
}
