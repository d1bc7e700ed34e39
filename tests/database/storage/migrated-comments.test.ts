import { expect, test } from 'vitest'
import { migratedOver } from '@/tests/support/migrated'

const NAME = /_comment_category_and_position$/

test('comments of before have the category and the position that their kind said, and their words', async () => {
  const client = await migratedOver(NAME, BEFORE)
  for (const table of ['Comment', 'CommentDraft']) {
    const { rows } = await client.query(
      `select text, category || ' ' || position as says from "${table}" order by text`,
    )
    expect(rows).toEqual([
      { text: 'editorial', says: 'editorial none' },
      { text: 'general', says: 'general none' },
      { text: 'oppose', says: 'general doesNotSupport' },
      { text: 'question', says: 'general question' },
      { text: 'support', says: 'general supports' },
      { text: 'supportWithChange', says: 'general supportsWithChange' },
    ])
  }
  await expect(client.query(`update "Comment" set text = 'Other.'`)).rejects.toThrow('Comment_ends')
})

/** A comment and a draft of each kind; the words of each are its kind. */
const BEFORE = `
  insert into "ExpertGroup" (id, name, "shortName", "symbolRoot", "parentBody", seat, mandates)
    values (gen_random_uuid(), 'Group', 'Group', 'X/EG.1', 'Commission', 'Vienna', '{}');
  insert into "Session" (id, "groupId", slug, ordinal, "startsOn", "endsOn", place)
    select gen_random_uuid(), id, 'first', 1, '2018-01-01', '2018-01-02', 'Vienna' from "ExpertGroup";
  insert into "AgendaItem" (id, "sessionId", number, title)
    select gen_random_uuid(), id, 1, 'Topic' from "Session";
  insert into "Person" (id, name, email) values (gen_random_uuid(), 'Head', 'head@example.org');
  insert into "Entity" (id, name, names, "sortKey", kind)
    values (gen_random_uuid(), 'Arvenia', '{}', 'arvenia', 'memberState');
  insert into "Delegation" (id, "sessionId", "entityId", name, "sortKey", state)
    select gen_random_uuid(), s.id, e.id, 'Arvenia', 'arvenia', 'registered' from "Session" s, "Entity" e
    where e.name = 'Arvenia' limit 1;
  insert into "Proposal" (id, "sessionId", number, "delegationId", "agendaItemId", kind, "originalLanguage", words)
    select gen_random_uuid(), s.id, 1, d.id, a.id, 'recommendation', 'en', '{}'
    from "Session" s, "Delegation" d, "AgendaItem" a;
  insert into "Revision" (id, "proposalId", number, body, text, "textHash", "wordCount", explanation, "delegationId")
    select gen_random_uuid(), p.id, 1, '{}', 'Text', repeat('0', 64), 1, '', d.id from "Proposal" p, "Delegation" d;
  insert into "Comment" (id, "sessionId", "proposalId", "revisionNumber", "delegationId", kind, text, "textHash")
    select gen_random_uuid(), p."sessionId", p.id, 1, p."delegationId", k, k::text, repeat('0', 64)
    from "Proposal" p, unnest(enum_range(null::"CommentKind")) k;
  insert into "CommentDraft" (id, "proposalId", "revisionNumber", "delegationId", kind, text, "createdById", "updatedById")
    select gen_random_uuid(), p.id, 1, p."delegationId", k, k::text, h.id, h.id
    from "Proposal" p, "Person" h, unnest(enum_range(null::"CommentKind")) k;
`
