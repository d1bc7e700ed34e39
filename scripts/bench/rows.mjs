// The queries of the yardsticks: the rows that the pages of Stocktake show, and no rights.
import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** A pool of the same size as Stocktake's. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 })
pool.on('error', () => {})

const WITH_WORD = `and exists (select 1 from "Revision" v where v."proposalId" = p.id
  and v.number = p."currentNumber" and to_tsvector('simple', v.text) @@ $2::tsquery)`

/** Fifty proposals of the session, all or those with a word in them. */
export async function listRows(slug, word) {
  const { rows } = await pool.query({
    name: word ? 'filtered' : 'list',
    text: `select p.number, p.kind, d.name as delegation, a.number || a.letter as agenda, r.text,
        p."currentNumber" as revision,
        (select count(*)::int from "CoSponsorship" c where c."proposalId" = p.id and c."leftAt" is null) as sponsors,
        (select count(*)::int from "Comment" c where c."proposalId" = p.id) as comments
      from (
        select p.* from "Session" s join "Proposal" p on p."sessionId" = s.id
        where s.slug = $1 ${word ? WITH_WORD : ''}
        order by p.number limit 50
      ) p
      join "Delegation" d on d.id = p."delegationId"
      left join "AgendaItem" a on a.id = p."agendaItemId"
      join "Revision" r on r."proposalId" = p.id and r.number = p."currentNumber"
      order by p.number`,
    values: word ? [slug, `'${word}':*`] : [slug],
  })
  return rows
}

/** A proposal and its comments. */
export async function proposalRows(slug, number) {
  const [proposal, comments] = await Promise.all([
    pool.query({
      name: 'proposal',
      text: `select p.number, p.kind, d.name as delegation, r.text, r.explanation, r."textHash", p."submittedAt"
        from "Session" s join "Proposal" p on p."sessionId" = s.id
        join "Delegation" d on d.id = p."delegationId"
        join "Revision" r on r."proposalId" = p.id and r.number = p."currentNumber"
        where s.slug = $1 and p.number = $2`,
      values: [slug, number],
    }),
    pool.query({
      name: 'comments',
      text: `select c.id, c.category, c.text, c."releasedAt", d.name as delegation
        from "Session" s join "Proposal" p on p."sessionId" = s.id
        join "Comment" c on c."proposalId" = p.id join "Delegation" d on d.id = c."delegationId"
        where s.slug = $1 and p.number = $2 order by c."releasedAt"`,
      values: [slug, number],
    }),
  ])
  return { proposal: proposal.rows[0], comments: comments.rows }
}

/** An item of a circulation, and the comments on it with their responses. */
export async function compilationRows(circulation, item) {
  const [found, comments] = await Promise.all([
    pool.query({ name: 'item', text: 'select text from "Item" where id = $1', values: [item] }),
    pool.query({
      name: 'compilation',
      text: `select c.id, d.name as delegation, c.category, c.position, c.text, c."wordingText", c."receivedAt",
          r.outcome, r.text as response, r."releasedAt"
        from "CirculationComment" c join "Delegation" d on d.id = c."delegationId"
        join "Entity" e on e.id = d."entityId" left join "Response" r on r."commentId" = c.id
        where c."itemId" = $2 and c."circulationId" = $1 order by e.kind, d."sortKey", c."releasedAt"`,
      values: [circulation, item],
    }),
  ])
  return { text: found.rows[0]?.text, comments: comments.rows }
}

/** The issued list: headings and items in their order. */
async function issuedRows(slug) {
  const { rows } = await pool.query({
    name: 'issued',
    text: `select h.title, i.letter, i.text, ip.attribution from "Session" s
      join "PreliminaryList" l on l."sessionId" = s.id and l."issuedAt" is not null
      join "ListHeading" h on h."listId" = l.id join "Item" i on i."headingId" = h.id
      join "ItemProposal" ip on ip."itemId" = i.id
      where s.slug = $1 order by h.position, i.position`,
    values: [slug],
  })
  return rows
}

/** Text, a row as a list item, and a page, as strings of HTML. */
export const escape = (text) => `${text}`.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
export const line = (row) => `<li>${Object.values(row).map(escape).join(' · ')}</li>`
export const page = (body) => `<!doctype html><html lang="en"><body>${body}</body></html>`

/** The issued list of the session, as a page. */
export const issuedPage = async (slug) =>
  page(`<ol>${(await issuedRows(slug)).map(line).join('')}</ol>`)

/** A report: its session, the paragraphs that were written, the items of its list. */
export async function reportRows(slug) {
  const of = (name, text) => pool.query({ name, text, values: [slug] })
  const [about, paragraphs, items] = await Promise.all([
    of('session', 'select title, place, "startsOn", "endsOn" from "Session" where slug = $1'),
    of(
      'paragraphs',
      `select p.id, p.section, r.text from "Session" s join "Report" o on o."sessionId" = s.id
        join "ReportParagraph" p on p."reportId" = o.id and p."removedAt" is null
        join "ReportRevision" r on r."paragraphId" = p.id
        where s.slug = $1 and not exists (select 1 from "ReportRevision" l where l."paragraphId" = p.id and l.number > r.number)
        order by p.section, p.position`,
    ),
    of(
      'items',
      `select i.id, h.title, i.letter, i.text from "Session" s
        join "PreliminaryList" l on l."sessionId" = s.id and l."issuedAt" is not null
        join "ListHeading" h on h."listId" = l.id join "Item" i on i."headingId" = h.id
        where s.slug = $1 order by h.position, i.position`,
    ),
  ])
  return { about: about.rows[0], paragraphs: paragraphs.rows, items: items.rows }
}

/** The rows that a released comment writes, in one transaction. */
export async function insertComment(proposal, delegation, text) {
  const id = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into "Comment" (id, "sessionId", "proposalId", "revisionNumber", "delegationId", category, position, text, "textHash")
       select $1, p."sessionId", p.id, 1, $3, 'general', 'question', $4, encode(sha256(convert_to($4, 'UTF8')), 'hex')
       from "Proposal" p where p.id = $2`,
      [id, proposal, delegation, text],
    )
    await client.query(
      `insert into "RecordEntry" (event, "sessionId", "subjectId", "personName", "actingFor", data)
       select 'comment.released', p."sessionId", $2, 'Bare', 'Bare', '{}' from "Proposal" p where p.id = $1`,
      [proposal, id],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
