import { expect, test } from 'vitest'
import { migratedOver } from '@/tests/support/migrated'

test('statements of before keep the States for which they were made, also of a group that has no row', async () => {
  const client = await migratedOver(/_attributed_statements$/, BEFORE)
  const { rows } = await client.query(`
    select s.speaker, a.name, a."groupOfStatesId" is not null as known,
      (select string_agg(m.name, ', ' order by m."sortKey") from "AttributedMember" m
        where m."attributionId" = a.id) as members
    from "Statement" s left join "GroupAttribution" a on a.id = s."attributionId" order by s.speaker`)
  expect(rows).toEqual([
    { speaker: 'Arvenia', name: 'Harbours', known: true, members: 'Arvenia, Belmara' },
    { speaker: 'Belmara', name: null, known: false, members: null },
    { speaker: 'Islands', name: 'Islands', known: false, members: 'Belmara' },
  ])
  await expect(
    client.query(`update "Statement" set "attributionId" = null where speaker = 'Islands'`),
  ).rejects.toThrow('Statement_')
  await expect(
    client.query(`insert into "AttributedMember" select a.id, e.id, e.name, e."sortKey"
      from "GroupAttribution" a, "Entity" e where a.name = 'Islands' and e.name = 'Arvenia'`),
  ).rejects.toThrow('AttributedMember_at_submission')
})

/** A State that spoke for a group, one that spoke for itself, and a group that an imported file names alone. */
const BEFORE = `
  insert into "ExpertGroup" (id, name, "shortName", "symbolRoot", "parentBody", seat, mandates)
    values (gen_random_uuid(), 'Group', 'Group', 'X/EG.1', 'Commission', 'Vienna', '{}');
  insert into "Session" (id, "groupId", slug, ordinal, "startsOn", "endsOn", place)
    select gen_random_uuid(), id, 'first', 1, '2018-01-01', '2018-01-02', 'Vienna' from "ExpertGroup";
  insert into "Entity" (id, name, names, "sortKey", kind)
    select gen_random_uuid(), name, '{}', lower(name), 'memberState' from unnest(array['Arvenia', 'Belmara']) name;
  insert into "GroupOfStates" (id, "groupId", name) select gen_random_uuid(), id, 'Harbours' from "ExpertGroup";
  insert into "Statement" (id, "sessionId", kind, speaker, "spokenAt", "onBehalfOfId")
    select gen_random_uuid(), s.id, 'state', 'Arvenia', now(), g.id from "Session" s, "GroupOfStates" g;
  insert into "Statement" (id, "sessionId", kind, speaker)
    select gen_random_uuid(), id, 'state', 'Belmara' from "Session";
  insert into "Statement" (id, "sessionId", kind, speaker, "spokenAt")
    select gen_random_uuid(), id, 'group', 'Islands', now() from "Session";
  insert into "StatementMember" ("statementId", "entityId", name)
    select s.id, e.id, e.name from "Statement" s, "Entity" e
    where s.speaker = 'Arvenia' or s.speaker = 'Islands' and e.name = 'Belmara';
`
