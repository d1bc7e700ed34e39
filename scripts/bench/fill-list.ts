import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { letter } from '@/lib/export/paper'
import { insert } from './insert'

/** All proposals of the session as the items of an issued list, under five headings. */
export async function issueList(client: pg.Client, slug: string): Promise<void> {
  const list = randomUUID()
  await client.query(
    `insert into "PreliminaryList" (id, "sessionId", symbol)
     select $1, id, 'UNODC/CCPCJ/EG.4/2026/L.1' from "Session" where slug = $2`,
    [list, slug],
  )
  const headings = [1, 2, 3, 4, 5].map((position) => ({
    id: randomUUID(),
    listId: list,
    title: `Heading ${position} of the list`,
    position,
  }))
  await insert(client, 'ListHeading', headings)
  const { rows } = await client.query<{
    id: string
    kind: string
    body: unknown
    text: string
    name: string
  }>(
    `select p.id, p.kind, r.body, r.text, d.name from "Session" s
     join "Proposal" p on p."sessionId" = s.id join "Revision" r on r."proposalId" = p.id
     join "Delegation" d on d.id = p."delegationId" where s.slug = $1 order by p.number`,
    [slug],
  )
  const items = rows.map(({ kind, body, text }, at) => ({
    id: randomUUID(),
    listId: list,
    headingId: headings[at % headings.length]!.id,
    position: Math.floor(at / headings.length) + 1,
    kind,
    language: 'en',
    body,
    text,
    textHash: sha256(text),
    paragraph: (at % headings.length) + 1,
    letter: letter(Math.floor(at / headings.length) + 1),
  }))
  await insert(client, 'Item', items)
  await insert(
    client,
    'ItemProposal',
    rows.map(({ id, name }, at) => ({
      itemId: items[at]!.id,
      proposalId: id,
      revisionNumber: 1,
      attribution: [name],
    })),
  )
  const textHash = sha256(items.map(({ text }) => text).join('\n\n'))
  await client.query(
    'update "PreliminaryList" set "issuedAt" = now(), "textHash" = $2 where id = $1',
    [list, textHash],
  )
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
