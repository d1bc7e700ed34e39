import { id } from '@/tests/support/constraint-world'
import { type BadRow, update } from './bad-row'

const set = (name: string, change: string) =>
  `update "Response" set ${change} where "commentId" = '${id(name)}'`
const insert = (name: string, outcome: string, text = 'Because.') =>
  `insert into "Response" ("commentId", text, outcome) values ('${id(name)}', '${text}', '${outcome}')`

/** Responses to comments that the database refuses, and an adoption without a response. */
export const responseRows: BadRow[] = [
  ['Response_kept', 'other words of a released response', set('answered', `text = 'Other.'`)],
  ['Response_kept', 'another outcome of it', set('answered', `outcome = 'noted'`)],
  [
    'Response_kept',
    'its deletion',
    `delete from "Response" where "commentId" = '${id('answered')}'`,
  ],
  ['Response_kept', 'a second reply', set('replied', `reply = 'maintains'`)],
  ['Response_kept', 'other words of a reply', set('replied', `"replyText" = 'Other.'`)],
  ['Response_counting', 'an answer to a withdrawn comment', insert('withdrawn comment', 'noted')],
  ['Response_text_check', 'a refusal without words', insert('unanswered', 'notTakenUp', '')],
  [
    'Response_taken_check',
    'words taken of a comment that was not taken up',
    set('answered', `"takenIntoId" = '${id('running item 1')}'`),
  ],
  ['Response_reply_check', 'a reply without its time', set('answered', `reply = 'accepts'`)],
  [
    'Response_kept',
    'a wording taken out of an item at no time',
    set('taken', `"takenIntoId" = null`),
  ],
  ['Response_taken_or_back', 'one taken and taken out', set('taken', `"takenBackAt" = now()`)],
  [
    'ResponseDraft_taken_or_back',
    'one taken and taken out, in the making',
    `update "ResponseDraft" set "takenBackAt" = now(), "takenIntoId" = '${id('running item 1')}'
      where "commentId" = '${id('unanswered')}'`,
  ],
  [
    'ConsolidatedList_received',
    'an adoption while comments are received',
    `update "ConsolidatedList" set "adoptedAt" = now(), "adoptedById" = '${id('chair')}'
      where id = '${id('receiving list')}'`,
  ],
  [
    'Circulation_before_adoption',
    'a circulation that goes out after the adoption',
    update('Circulation', 'circulation after adoption', `"openedAt" = now()`),
  ],
  [
    'ConsolidatedList_answered',
    'an adoption with a comment that has no response',
    `update "ConsolidatedList" set "adoptedAt" = now(), "adoptedById" = '${id('chair')}'
      where id = '${id('answering list')}'`,
  ],
]
