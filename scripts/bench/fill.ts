import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { issueList } from './fill-list'
import { type FilledSession, fillSession } from './fill-session'
import { makeGroup } from './group'
import { insert } from './insert'
import { stateRows, proposalTexts } from './texts'

/**
 * The filled data: three sessions, one with an issued list, sign-ins of heads of delegation, a word of one proposal in
 * twenty.
 */
export type Filled = {
  large: FilledSession
  small: FilledSession
  issued: FilledSession
  signIns: string[]
  word: string
}

export const SIZE = { large: 5_000, small: 300, delegations: 195, comments: 20_000 }
const HEADS = 20

/** Fills the migrated database; every proposal number 1 has 30 comments. */
export async function fill(url: string): Promise<Filled> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const entities = stateRows(SIZE.delegations)
    await insert(client, 'Entity', entities)
    const people = entities.slice(0, HEADS).map(({ name }) => ({
      id: randomUUID(),
      email: `head@${name.toLowerCase()}.example`,
      name: `Head of ${name}`,
    }))
    await insert(client, 'Person', people)
    const groupId = await makeGroup(client)
    const texts = proposalTexts(SIZE.large)
    const make = (slug: string, ordinal: number, count: number, comments: number) =>
      fillSession(client, {
        row: { id: randomUUID(), groupId, slug, ordinal },
        entities,
        people,
        texts: texts.slice(0, count),
        comments,
      })
    const large = await make('large', 901, SIZE.large, SIZE.comments)
    const small = await make('small', 902, SIZE.small, 1_200)
    const issued = await make('issued', 903, SIZE.small, 1_200)
    await issueList(client, 'issued')
    const signIns = people.map(({ id: personId }) => ({
      id: randomUUID(),
      personId,
      expiresAt: new Date(Date.now() + 36_000_000),
    }))
    await insert(client, 'SignIn', signIns)
    await client.query('commit')
    // By which the yardsticks look for words.
    await client.query(`create index on "Revision" using gin (to_tsvector('simple', text))`)
    await client.query('vacuum analyze')
    return {
      large,
      small,
      issued,
      signIns: signIns.map(({ id }) => id),
      word: await commonWord(client),
    }
  } finally {
    await client.end()
  }
}

/** A word that about one proposal in twenty contains. */
async function commonWord(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ word: string }>(
    `select word from ts_stat($$select to_tsvector('simple', r.text) from "Session" s
       join "Proposal" p on p."sessionId" = s.id join "Revision" r on r."proposalId" = p.id where s.slug = 'large'$$)
     where length(word) > 5 order by abs(ndoc - $1), word limit 1`,
    [SIZE.large / 20],
  )
  return rows[0]!.word
}
