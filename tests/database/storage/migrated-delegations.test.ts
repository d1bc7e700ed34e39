import { expect, test } from 'vitest'
import { migratedOver } from '@/tests/support/migrated'

const NAME = /_announced_delegations$/

test('of the delegations of before, those that were only asked to comment take part no more', async () => {
  const client = await migratedOver(NAME, BEFORE)
  const { rows } = await client.query(
    `select name, state, "registeredAt" is null as unregistered from "Delegation" order by name`,
  )
  expect(rows).toEqual([
    { name: 'accredited', state: 'registered', unregistered: false },
    { name: 'asked', state: 'announced', unregistered: true },
    { name: 'attended', state: 'registered', unregistered: false },
    { name: 'earlier', state: 'registered', unregistered: false },
    { name: 'entered', state: 'registered', unregistered: false },
    { name: 'withdrawn', state: 'withdrawn', unregistered: false },
  ])
})

/** Delegations that the act of asking made, but for an earlier one; three of them were put to another use since. */
const BEFORE = `
  begin;
  insert into "ExpertGroup" (id, name, "shortName", "symbolRoot", "parentBody", seat, mandates)
    values (gen_random_uuid(), 'Group', 'Group', 'X/EG.1', 'Commission', 'Vienna', '{}');
  insert into "Session" (id, "groupId", slug, ordinal, kind, "startsOn", "endsOn", place)
    select gen_random_uuid(), id, 'seventh', 7, 'stockTaking', '2021-04-06', '2021-04-08', 'Vienna'
    from "ExpertGroup";
  insert into "Circulation" (id, "sessionId", title, "openUntil")
    select gen_random_uuid(), id, 'Lists', '2021-03-01' from "Session";
  insert into "Entity" (id, kind, name, names, "sortKey")
    select gen_random_uuid(), 'memberState', name, '{}', name
    from (values ('asked'), ('accredited'), ('attended'), ('earlier'), ('entered'), ('withdrawn')) as e(name);
  insert into "Delegation" (id, "sessionId", "entityId", name, "sortKey", state, "registeredAt", "withdrawnAt", "createdAt")
    select gen_random_uuid(), s.id, e.id, e.name, e.name,
      (case e.name when 'withdrawn' then 'withdrawn' else 'registered' end)::"DelegationState", now(),
      case e.name when 'withdrawn' then now() end,
      case e.name when 'earlier' then now() - interval '1 day' else now() end
    from "Session" s, "Entity" e;
  insert into "CirculationAddressee" (id, "circulationId", "sessionId", "delegationId")
    select gen_random_uuid(), c.id, d."sessionId", d.id from "Circulation" c, "Delegation" d;
  insert into "Person" (id, name, email) values (gen_random_uuid(), 'Ada Quill', 'ada@quill.example');
  insert into "Representative" (id, "delegationId", "personId", role)
    select gen_random_uuid(), d.id, p.id, 'adviser' from "Delegation" d, "Person" p where d.name = 'entered';
  insert into "AccreditedPerson" (id, "delegationId", position, name)
    select gen_random_uuid(), id, 1, 'Ada Quill' from "Delegation" where name = 'accredited';
  insert into "Attendance" (id, "sessionId", "entityId", how)
    select gen_random_uuid(), "sessionId", "entityId", 'byHand' from "Delegation" where name = 'attended';
  commit;`
