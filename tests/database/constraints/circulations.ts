import { id } from '@/tests/support/constraint-world'
import { type BadRow, copy, remove, update } from './bad-row'

const extension = (formerUntil: string, openUntil: string) =>
  `insert into "CirculationExtension" (id, "circulationId", "formerUntil", "openUntil", reason)
   values (gen_random_uuid(), '${id('circulation')}', '${formerUntil}', '${openUntil}', 'Asked for.')`

const ofLists = `where "circulationId" = '${id('circulation')}'`

/** Forbidden changes to the sent data of a circulation. */
export const circulationRows: BadRow[] = [
  ['Circulation_sent', 'another letter', update('Circulation', 'circulation', `letter = 'Other.'`)],
  [
    'Circulation_sent',
    'another rule of posting',
    update('Circulation', 'circulation', `"postingRule" = 'atRelease'`),
  ],
  [
    'Circulation_sent',
    'a later deadline that no extension gave',
    update('Circulation', 'circulation', `"openUntil" = '2020-07-01T08:00:00Z'`),
  ],
  ['Circulation_sent', 'no opening', update('Circulation', 'circulation', `"openedAt" = null`)],
  ['Circulation_sent', 'its removal', remove('Circulation', 'circulation')],
  ['CirculatedList_sent', 'a list the less', `delete from "CirculatedList" ${ofLists}`],
  [
    'CirculatedList_sent',
    'a list the more',
    `insert into "CirculatedList" ("circulationId", "listId", position)
     select '${id('circulation')}', id, 9 from "PreliminaryList" where id <> '${id('issued list')}' limit 1`,
  ],
  [
    'CirculationAddressee_sent',
    'an addressee the less',
    remove('CirculationAddressee', 'addressee'),
  ],
  [
    'CirculationAddressee_kept',
    'another time of being asked',
    update('CirculationAddressee', 'addressee', `"addedAt" = now() - interval '1 day'`),
  ],
  [
    'CirculationExtension_in_time',
    'after the deadline',
    extension('2020-06-01T08:00:00Z', '2020-07-01T08:00:00Z'),
  ],
  [
    'CirculationExtension_immutable',
    'another reason',
    update('CirculationExtension', 'extension', `reason = 'Other.'`),
  ],
  [
    'CirculationLetter_immutable',
    'another time',
    update('CirculationLetter', 'circulation letter', `"writtenAt" = now() - interval '1 day'`),
  ],
  [
    'Circulation_posting',
    'a rule with a date and none',
    copy('Circulation', 'circulation', { postingRule: 'atDate', postAt: null }),
  ],
  [
    'Circulation_opened_before',
    'opened after its deadline',
    copy('Circulation', 'circulation', { openedAt: '2020-06-02T08:00:00Z' }),
  ],
]
