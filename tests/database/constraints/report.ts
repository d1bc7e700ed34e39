import { id } from '@/tests/support/constraint-world'
import { type BadRow, copy, remove, update } from './bad-row'

const completions = (act: string, where: string) =>
  `${act} where "reportId" = '${id('adopted report')}' ${where}`

const filling = (report: string, key: string, text: string) =>
  `insert into "ReportFilling" ("reportId", key, text, "filledById")
    values ('${id(report)}', '${key}', '${text}', '${id('head')}')`

const part = (report: string, section: string, hash = 'a'.repeat(64), paragraphs = '[]') =>
  `insert into "ReportPart" ("reportId", section, "documentId", content, "textHash", paragraphs, "issuedById")
    values ('${id(report)}', '${section}', '${id('document')}', '[]', '${hash}', '${paragraphs}', '${id('head')}')`

/** Forbidden changes to an adopted report. */
const frozen: BadRow[] = [
  ['Report_adopted', 'un-adopted', update('Report', 'adopted report', `content = NULL`)],
  ['Report_adopted', 'deleted', remove('Report', 'adopted report')],
  [
    'ReportParagraph_adopted',
    'another paragraph',
    copy('ReportParagraph', 'report paragraph', { reportId: 'adopted report' }),
  ],
  [
    'ReportParagraph_adopted',
    'a paragraph less',
    update(
      'ReportParagraph',
      'adopted report paragraph',
      `"removedAt" = now(), "removedById" = '${id('head')}'`,
    ),
  ],
  [
    'ReportRevision_adopted',
    'another wording',
    copy('ReportRevision', 'adopted report revision', { number: 2 }),
  ],
  [
    'ReportRuling_adopted',
    'another ruling',
    copy('ReportRuling', 'report ruling', { reportId: 'adopted report', key: 'agenda' }),
  ],
  [
    'ReportRuling_adopted',
    'a ruling less',
    update('ReportRuling', 'adopted report ruling', '"supersededAt" = now()'),
  ],
  [
    'ReportOmission_adopted',
    'another paragraph less',
    copy('ReportOmission', 'report omission', { reportId: 'adopted report', key: 'documents' }),
  ],
  [
    'ReportOmission_adopted',
    'a paragraph more',
    update(
      'ReportOmission',
      'adopted report omission',
      `"putBackAt" = now(), "putBackById" = '${id('head')}'`,
    ),
  ],
  ['ReportPart_immutable', 'another text', `update "ReportPart" set content = '[1]'`],
  ['ReportPart_adopted', 'another part', part('adopted report', 'list')],
  [
    'ReportCorrigendum_adopted',
    'a corrigendum before the adoption',
    copy('ReportCorrigendum', 'waiting report corrigendum', { reportId: 'report' }),
  ],
  [
    'ReportCorrigendum_kept',
    'other words',
    update('ReportCorrigendum', 'waiting report corrigendum', `reason = 'None'`),
  ],
  [
    'ReportCorrigendum_decided',
    'discarded no more',
    update(
      'ReportCorrigendum',
      'discarded report corrigendum',
      '"discardedAt" = NULL, "discardedById" = NULL',
    ),
  ],
  [
    'ReportCorrigendum_waiting_key',
    'two that wait for one paragraph',
    copy('ReportCorrigendum', 'waiting report corrigendum', {}),
  ],
  [
    'ReportFilling_immutable',
    'completed with other words',
    `update "ReportFilling" set text = 'None'`,
  ],
  ['ReportCompletion_adopted', 'a gap less', completions('delete from "ReportCompletion"', '')],
]

const kept: BadRow[] = [
  [
    'Report_released',
    'taken back',
    update('Report', 'report', '"releasedAt" = NULL, "releasedById" = NULL'),
  ],
  [
    'ReportRevision_immutable',
    'another text',
    update('ReportRevision', 'report revision', `body = '{"a": 1}'`),
  ],
  [
    'ReportParagraph_kept',
    'moved to another section',
    update('ReportParagraph', 'report paragraph', `section = 'opening'`),
  ],
  [
    'ReportRuling_kept',
    'of another kind',
    update('ReportRuling', 'report ruling', `key = 'agenda'`),
  ],
  [
    'ReportOmission_ends',
    'for another reason',
    update('ReportOmission', 'report omission', `reason = 'None'`),
  ],
  ['ReportOmission_current_key', 'left out twice', copy('ReportOmission', 'report omission', {})],
  [
    'ReportRuling_current_key',
    'two rulings of one paragraph',
    copy('ReportRuling', 'report ruling', {}),
  ],
]

const values: BadRow[] = [
  [
    'EarlierMeeting_values_check',
    'ends before it begins',
    update('EarlierMeeting', 'earlier meeting', `"endsOn" = '2011-01-16'`),
  ],
  ['Mandate_dated_check', 'a date in words', update('Mandate', 'mandate', `dated = 'May 2017'`)],
  [
    'BureauMember_possessive_check',
    'another word',
    update('BureauMember', 'bureau chair', `possessive = 'its'`),
  ],
  [
    'ReportOmission_values_check',
    'without a reason',
    copy('ReportOmission', 'report omission', { key: 'documents', reason: '' }),
  ],
  [
    'ReportOmission_putBack_check',
    'put back by nobody',
    update('ReportOmission', 'report omission', `"putBackAt" = now()`),
  ],
  [
    'Report_released_check',
    'by nobody',
    copy('Report', 'report', { sessionId: 'running', releasedById: null }),
  ],
  [
    'Report_adopted_check',
    'without its text',
    update('Report', 'report', `"adoptedAt" = now(), "adoptedById" = '${id('chair')}'`),
  ],
  [
    'Report_adoptedMeetingId_sessionId_fkey',
    'at a meeting of another session',
    update(
      'Report',
      'report',
      `"adoptedMeetingId" = '${id('meeting elsewhere')}', "adoptedAt" = now(), "adoptedById" = '${id('chair')}', content = '{}', "textHash" = repeat('a', 64)`,
    ),
  ],
  [
    'ReportParagraph_section_check',
    'in no section',
    copy('ReportParagraph', 'report paragraph', { section: '' }),
  ],
  [
    'ReportParagraph_removed_check',
    'removed by nobody',
    update('ReportParagraph', 'report paragraph', '"removedAt" = now()'),
  ],
  [
    'ReportRevision_text_check',
    'a hash of other words',
    copy('ReportRevision', 'report revision', { number: 2, text: 'Other' }),
  ],
  [
    'ReportParagraph_language_check',
    'in none of the six languages',
    copy('ReportParagraph', 'report paragraph', { originalLanguage: 'de' }),
  ],
  [
    'ReportRevision_paragraphId_language_number_key',
    'a second first wording',
    copy('ReportRevision', 'report revision', {}),
  ],
  [
    'ReportRevision_language_check',
    'in none of the six languages',
    copy('ReportRevision', 'report revision', {
      language: 'de',
      translatesId: 'report revision',
    }),
  ],
  [
    'ReportRevision_translates',
    'another language that translates nothing',
    copy('ReportRevision', 'report revision', { language: 'fr' }),
  ],
  [
    'ReportRevision_translates',
    'an original that translates',
    copy('ReportRevision', 'report revision', { number: 2, translatesId: 'report revision' }),
  ],
  [
    'ReportRevision_translatesId_paragraphId_fkey',
    'a translation of another paragraph',
    copy('ReportRevision', 'report revision', {
      language: 'fr',
      translatesId: 'adopted report revision',
    }),
  ],
  [
    'ReportRuling_text_check',
    'amended without a text',
    copy('ReportRuling', 'report ruling', { key: 'agenda', kind: 'adoptedAsAmended' }),
  ],
  [
    'ReportCorrigendum_text_check',
    'a hash of other words',
    copy('ReportCorrigendum', 'waiting report corrigendum', { key: 'other', text: 'Other' }),
  ],
  [
    'ReportCorrigendum_released_check',
    'released by nobody',
    update('ReportCorrigendum', 'waiting report corrigendum', '"releasedAt" = now()'),
  ],
  [
    'ReportCorrigendum_another_check',
    'released by its proposer',
    update(
      'ReportCorrigendum',
      'waiting report corrigendum',
      `"releasedAt" = now(), "releasedById" = '${id('head')}', number = 1, "documentId" = '${id('document')}'`,
    ),
  ],
  [
    'ReportCorrigendum_discarded_check',
    'discarded by nobody',
    update('ReportCorrigendum', 'waiting report corrigendum', '"discardedAt" = now()'),
  ],
  ['ReportPart_values_check', 'without a hash', part('report', 'list', '')],
  [
    'ReportPart_paragraphs_check',
    'paragraphs that are no list',
    part('report', 'list', undefined, '{}'),
  ],
  ['ReportPart_pkey', 'a section in two documents', part('report', 'introduction')],
  [
    'ReportFilling_text_check',
    'brackets in place of brackets',
    filling('adopted report', 'opening', '[94]'),
  ],
  ['ReportFilling_adopted', 'completed before adoption', filling('report', 'statements', 'All')],
  [
    'ReportFilling_reportId_key_fkey',
    'a place that nobody left to the Secretariat',
    filling('adopted report', 'opening', 'All'),
  ],
  [
    'Document_report',
    'a report of another session',
    copy('Document', 'document', {
      number: 4,
      symbol: 'X/2020/CRP.4',
      kind: 'report',
      reportId: 'adopted report',
    }),
  ],
]

/** Invalid rows of a report, and forbidden changes to a report. */
export const badReports: BadRow[] = [...frozen, ...kept, ...values]
