import { describe, expect, test } from 'vitest'
import { type CheckedDraft, checkDraft } from '@/lib/proposals/drafts/check/check'
import { checkDraftView } from '@/lib/proposals/drafts/check/check-view'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { documentFromText } from '@/lib/text/document/document'
import { fromMarked } from '@/lib/text/document/marked'

const SOUND =
  'Member States should name a contact point that answers requests for electronic evidence by day and by night, and should tell the Secretariat of each change.'

const draft = (change: Partial<CheckedDraft> & { text?: string } = {}): CheckedDraft => ({
  kind: 'recommendation',
  agendaItemId: 'an item',
  body: documentFromText(change.text ?? SOUND),
  originalLanguage: 'en',
  reason: '',
  proposalId: null,
  ...change,
})
const faults = (change: Parameters<typeof draft>[0]) =>
  checkDraft(draft(change)).faults.map(({ field, key }) => `${field}: ${key}`)
const advice = (change: Parameters<typeof draft>[0]) =>
  checkDraft(draft(change)).advice.map(({ key }) => key)

test('a complete draft has neither faults nor advice', () => {
  expect(checkDraft(draft())).toEqual({ faults: [], advice: [] })
})

describe('what is missing or certain is a fault', () => {
  test.each<[string, Parameters<typeof draft>[0], string]>([
    ['kind', { kind: null }, 'kind: kindMissing'],
    ['agenda item', { agendaItemId: null }, 'agendaItemId: agendaItemMissing'],
    ['text', { text: ' \u200B ' }, 'body: text.empty'],
    ['reason of a revision', { proposalId: 'a proposal' }, 'reason: reasonMissing'],
    [
      'language',
      { text: 'ينبغي للدول الأعضاء أن تتبادل الأدلة دون' },
      'originalLanguage: languageOtherScript',
    ],
  ])('%s', (_, change, fault) => {
    expect(faults(change)).toEqual([fault])
  })

  test('an agenda item cannot be chosen while there is no agenda', () => {
    const { originalLanguage: language, ...content } = draft({ agendaItemId: null })
    const view = { ...content, language, revises: null, onBehalfOf: null } as unknown as DraftView
    const keys = (agenda: unknown[]) =>
      checkDraftView(view, [], agenda).faults.map(({ key }) => key)
    expect(keys([])).toEqual(['agendaNotEntered'])
    expect(keys(['an item'])).toEqual(['agendaItemMissing'])
  })

  test('all of it is named at once', () => {
    expect(faults({ kind: null, agendaItemId: null, text: '' })).toHaveLength(3)
  })

  test('a revision cannot mend its language, so it is advice there', () => {
    const change = { text: 'ينبغي للدول', proposalId: 'a proposal', reason: 'Clearer.' }
    expect(faults(change)).toEqual([])
    expect(advice(change)).toContain('mixedScripts')
  })
})

describe('what is for the writer to judge is advice, and no fault', () => {
  const long = `${'Member States should share evidence '.repeat(60)}.`
  test.each<[string, string, string]>([
    ['a short text', 'Share evidence.', 'short'],
    ['a long text', long, 'long'],
    ['words in another script', `${SOUND} ينبغي للدول الأعضاء أن.`, 'otherLetters'],
    ['typewriter quotation marks', `${SOUND} It is "urgent".`, 'straightQuotes'],
    ['a typewriter apostrophe', `${SOUND} It is the State's task.`, 'straightQuotes'],
    ['brackets that were typed', `${SOUND} [It is urgent.]`, 'brackets'],
    ['a placeholder that was typed', `${SOUND} The limit is XX days.`, 'placeholders'],
    ['a bracket without its other', `${SOUND} (It is urgent.`, 'unpaired'],
    ['no full stop', SOUND.slice(0, -1), 'noStop'],
    ['other words', 'Les États Membres devraient échanger les preuves.', 'otherWords'],
  ])('%s', (_, text, key) => {
    const found = checkDraft(draft({ text }))
    expect(found.faults).toEqual([])
    expect(found.advice.map((finding) => finding.key)).toContain(key)
  })

  test('brackets and placeholders that the editor marks are quoted', () => {
    const body = fromMarked(`${SOUND} \uE002It is urgent.\uE003 The limit is \uE004a date\uE005.`)
    expect(checkDraft({ ...draft(), body }).advice).toEqual([
      { field: 'body', key: 'brackets', values: { count: 1, words: '“It is urgent.”' } },
      { field: 'body', key: 'placeholders', values: { count: 1, words: '“a date”' } },
    ])
  })
})

describe('the points of a list', () => {
  const list = (...points: string[]) => `${SOUND.slice(0, -1)}:\n${points.join('\n')}`
  test.each([
    ['semicolons and a full stop', ['(a) One thing;', '(b) Another; and', '(c) A third.']],
    ['full stops', ['1. One thing.', '2. Another.']],
    ['a list within a list', ['(a) One thing:', '(i) First;', '(ii) Second;', '(b) Another.']],
    ['Arabic semicolons', ['(أ) واحد؛', '(ب) اثنان.']],
  ])('end alike: %s', (_, points) => {
    expect(advice({ text: list(...points) }).filter((key) => key.startsWith('list'))).toEqual([])
  })

  test('that end otherwise are named', () => {
    const text = list('(a) One thing;', '(b) Another', '(c) A third;', '(d) A fourth.')
    const [found] = checkDraft(draft({ text })).advice.filter(({ key }) => key.startsWith('list'))
    expect(found).toEqual({ field: 'body', key: 'listSemicolons', values: { items: '(b)' } })
    const stops = list('(a) One.', '(b) Two', '(c) Three.')
    expect(checkDraft(draft({ text: stops })).advice).toContainEqual({
      field: 'body',
      key: 'listStops',
      values: { items: '(b)' },
    })
  })

  test('whose letters jump are named; Roman numerals are no letters', () => {
    const text = list('(a) One;', '(c) Three.')
    expect(checkDraft(draft({ text })).advice).toContainEqual({
      field: 'body',
      key: 'letterGap',
      values: { after: '(a)', comes: '(c)' },
    })
    expect(advice({ text: list('(i) One;', '(v) Five.') })).not.toContain('letterGap')
  })
})
