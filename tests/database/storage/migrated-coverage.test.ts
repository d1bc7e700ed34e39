import { expect, test } from 'vitest'
import { migratedOver } from '@/tests/support/migrated'

const NAME = /_covered_lists$/

test('an installation of before covers what it covered, and no list that came after its adoption', async () => {
  const client = await migratedOver(NAME, BEFORE)
  const { rows } = await client.query(`
    select s.slug, array_agg(o.ordinal order by o.ordinal) as covered from "CoveredList" c
    join "ConsolidatedList" l on l.id = c."consolidatedListId" join "Session" s on s.id = l."sessionId"
    join "PreliminaryList" p on p.id = c."preliminaryListId" join "Session" o on o.id = p."sessionId"
    group by s.slug order by s.slug`)
  expect(rows).toEqual([
    { slug: 'adopted', covered: [1, 2] },
    { slug: 'running', covered: [1, 2, 3] },
  ])
})

/** Lists issued in 2018, 2019 and 2022, one that is not issued; a stock-taking adopted in 2021, one that runs. */
const BEFORE = `
  insert into "ExpertGroup" (id, name, "shortName", "symbolRoot", "parentBody", seat, mandates)
    values (gen_random_uuid(), 'Group', 'Group', 'X/EG.1', 'Commission', 'Vienna', '{}');
  insert into "Session" (id, "groupId", slug, ordinal, "startsOn", "endsOn", place)
    select gen_random_uuid(), g.id, slug, ordinal, '2018-01-01', '2018-01-02', 'Vienna'
    from "ExpertGroup" g, (values ('first', 1), ('second', 2), ('third', 3), ('fourth', 4),
      ('adopted', 5), ('running', 6)) as s(slug, ordinal);
  insert into "PreliminaryList" (id, "sessionId", "issuedAt")
    select gen_random_uuid(), s.id, issued from "Session" s
    join (values ('first', timestamptz '2018-02-01'), ('second', '2019-02-01'), ('third', '2022-02-01'),
      ('fourth', null)) as l(slug, issued) on l.slug = s.slug;
  insert into "Person" (id, name, email) values (gen_random_uuid(), 'Chair', 'chair@example.org');
  insert into "ConsolidatedList" (id, "sessionId", "adoptedAt", "adoptedById")
    select gen_random_uuid(), s.id, case slug when 'adopted' then timestamptz '2021-04-08' end,
      case slug when 'adopted' then p.id end
    from "Session" s, "Person" p where slug in ('adopted', 'running');`
