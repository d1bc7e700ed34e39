import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { documentFromText } from '@/lib/text/document/document'
import { wordCount } from '@/lib/text/words'
import { insert, type Row } from './insert'
import { generated } from './texts'

/** A session of the benchmark: the facts to request its pages and to write in it. */
export type FilledSession = { slug: string; proposals: string[]; delegations: string[] }

/** The number of comments on the first proposal of each session. */
const BUSY = 30

/** The content of a filled session; `people` become heads of its first delegations. */
export type Plan = {
  row: { id: string; groupId: string; slug: string; ordinal: number }
  entities: { id: string; name: string; sortKey: string }[]
  people: { id: string }[]
  texts: string[]
  comments: number
}

/** A session with its periods, agenda, delegations, proposals, co-sponsors and comments. */
export async function fillSession(client: pg.Client, plan: Plan): Promise<FilledSession> {
  const { row, entities, people, texts } = plan
  const sessionId = row.id
  await insert(client, 'Session', [
    {
      ...row,
      title: 'A session of the benchmark',
      startsOn: '2026-04-06',
      endsOn: '2026-04-08',
      place: 'Vienna',
      lastProposalNumber: texts.length,
    },
  ])
  const openUntil = new Date(Date.now() + 30 * 86_400_000)
  await insert(
    client,
    'Period',
    ['submission', 'comments'].map((kind) => ({ id: randomUUID(), sessionId, kind, openUntil })),
  )
  const agenda = [2, 3, 4, 5].map((number) => ({
    id: randomUUID(),
    sessionId,
    number,
    title: `Subject ${number} of the session`,
  }))
  await insert(client, 'AgendaItem', agenda)
  const delegations = entities.map((entity) => ({
    id: randomUUID(),
    sessionId,
    entityId: entity.id,
    name: entity.name,
    sortKey: entity.sortKey,
  }))
  await insert(client, 'Delegation', delegations)
  await insert(
    client,
    'Representative',
    people.map(({ id: personId }, at) => ({
      id: randomUUID(),
      delegationId: delegations[at]!.id,
      personId,
      role: 'head',
      maySubmit: true,
    })),
  )
  const proposals = texts.map((text, at) => ({
    id: randomUUID(),
    sessionId,
    number: at + 1,
    delegationId: delegations[(at * 37) % delegations.length]!.id,
    agendaItemId: agenda[at % agenda.length]!.id,
    kind: at % 5 === 0 ? 'conclusion' : 'recommendation',
    originalLanguage: 'en',
  }))
  await insert(client, 'Proposal', proposals)
  await insert(
    client,
    'Revision',
    proposals.map(({ id, delegationId }, at) => revision(id, delegationId, texts[at]!)),
  )
  await insert(client, 'CoSponsorship', coSponsorships(proposals, delegations))
  await insert(client, 'Comment', comments(plan, proposals, delegations))
  return {
    slug: row.slug,
    proposals: proposals.map(({ id }) => id),
    delegations: delegations.map(({ id }) => id),
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const revision = (proposalId: string, delegationId: string, text: string) => ({
  id: randomUUID(),
  proposalId,
  number: 1,
  body: documentFromText(text),
  text,
  textHash: sha256(text),
  wordCount: wordCount(text, 'en'),
  explanation: text.slice(0, 200),
  delegationId,
})

/** None to three for each proposal. */
const coSponsorships = (proposals: { id: string }[], delegations: { id: string }[]) =>
  proposals.flatMap(({ id: proposalId }, at) =>
    Array.from({ length: at % 4 }, (_, which) => ({
      id: randomUUID(),
      proposalId,
      delegationId: delegations[(at * 37 + which + 1) % delegations.length]!.id,
      revisionNumber: 1,
    })),
  )

/** Thirty on the first proposal, with answers and passages among them; the rest in turn on the others. */
function comments(
  { row, texts, comments: count }: Plan,
  proposals: { id: string }[],
  delegations: { id: string }[],
): Row[] {
  const positions = [
    'supports',
    'supportsWithChange',
    'doesNotSupport',
    'question',
    'reserves',
    'none',
  ]
  const rows: { id: string; [column: string]: unknown }[] = []
  for (let at = 0; at < count; at++) {
    const about = at < BUSY ? 0 : 1 + (at % (proposals.length - 1))
    const text = generated(at, 40)
    const passage = about === 0 && at % 10 === 1 ? texts[0]!.slice(at, at + 20) : null
    rows.push({
      id: randomUUID(),
      sessionId: row.id,
      proposalId: proposals[about]!.id,
      revisionNumber: 1,
      delegationId: delegations[(at * 13) % delegations.length]!.id,
      parentId: about === 0 && at % 6 === 5 ? rows[at - 5]!.id : null,
      category: 'general',
      position: positions[at % positions.length],
      passageStart: passage ? at : null,
      passageEnd: passage ? at + 20 : null,
      passageText: passage,
      text,
      textHash: sha256(text),
    })
  }
  return rows
}
