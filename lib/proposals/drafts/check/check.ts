import { paragraphsOf, plainText, type TextDocument } from '@/lib/text/document/document'
import { typedPlaceholders } from '@/lib/text/document/open-places'
import { faultOfLanguage, passagesInOtherScript } from '@/lib/text/language'
import { faultOfText } from '@/lib/text/limits'
import { wordCount } from '@/lib/text/words'
import type { ProposalKind } from '@/lib/proposals/kinds'
import { letterGap, listFaults, straightQuotes, unpairedSign } from './punctuation'
import { firstWords } from '@/lib/text/first-words'

/** The field of a draft in which something is found, as the form names it. */
export type CheckedField =
  | 'body'
  | 'kind'
  | 'agendaItemId'
  | 'onBehalfOfId'
  | 'originalLanguage'
  | 'reason'

/** Something found in a draft: the key of its sentence, with the values. */
export type Finding = {
  field: CheckedField
  key: string
  values: Record<string, string | number>
}

/**
 * The findings in a draft: `faults` (keys of `refusals`) keep it from being submitted; `advice` (keys of
 * `drafts.advice`) is for the writer to judge.
 */
export type DraftCheck = { faults: Finding[]; advice: Finding[] }

export type CheckedDraft = {
  kind: ProposalKind | null
  agendaItemId: string | null
  body: TextDocument
  originalLanguage: string
  reason: string
  /** The proposal that it revises. */
  proposalId: string | null
}

const FEWEST_WORDS = 20
const MOST_WORDS = 250
const MOST_QUOTED = 3

/**
 * Checks a draft before it is submitted. Faults are missing content, content that cannot be stored, and a text in
 * another script than that of its language; a guess is advice and never blocks a draft.
 */
export function checkDraft(draft: CheckedDraft): DraftCheck {
  const { body, originalLanguage: language } = draft
  const text = plainText(body)
  const faults: Finding[] = []
  const fault = (field: CheckedField, key: string, values: Finding['values'] = {}) =>
    faults.push({ field, key, values })
  if (!draft.kind) fault('kind', 'kindMissing')
  if (!draft.agendaItemId) fault('agendaItemId', 'agendaItemMissing')
  if (draft.proposalId && draft.reason.trim() === '') fault('reason', 'reasonMissing')
  const faulty = faultOfText(text, language)
  if (faulty) fault('body', `text.${faulty.key}`, faulty.values)
  // The language of a proposal is that of its first revision: a later one cannot mend it.
  const languageFault = faulty ? null : faultOfLanguage(text, language)
  const isCertain = languageFault?.is === 'otherScript' && !draft.proposalId
  if (isCertain) fault('originalLanguage', 'languageOtherScript', { language })
  return {
    faults,
    advice: faulty
      ? []
      : [
          ...(languageFault && !isCertain ? [adviceOfLanguage(languageFault, language)] : []),
          ...(languageFault ? [] : adviceOfPassages(text, language)),
          ...adviceOfText(body, text, language),
        ],
  }
}

function adviceOfLanguage(
  languageFault: NonNullable<ReturnType<typeof faultOfLanguage>>,
  language: string,
): Finding {
  const field = 'originalLanguage'
  return languageFault.is === 'otherWords'
    ? { field, key: 'otherWords', values: { language, seems: languageFault.language } }
    : { field, key: 'mixedScripts', values: { language } }
}

function adviceOfPassages(text: string, language: string): Finding[] {
  const passages = passagesInOtherScript(text, language)
  const values = { count: passages.length, words: quoted(passages) }
  return passages.length > 0 ? [{ field: 'body', key: 'otherLetters', values }] : []
}

function adviceOfText(body: TextDocument, text: string, language: string): Finding[] {
  const findings: Finding[] = []
  const advise = (key: string, values: Finding['values'] = {}) =>
    findings.push({ field: 'body', key, values })
  const count = wordCount(text, language)
  if (count < FEWEST_WORDS) advise('short', { count, fewest: FEWEST_WORDS })
  if (count > MOST_WORDS) advise('long', { count, most: MOST_WORDS })

  const paragraphs = paragraphsOf(body)
  const wordsInBrackets = (bracket: 'notAgreed' | 'placeholder') =>
    paragraphs.flat().flatMap((run) => (run.bracket === bracket ? [run.text] : []))
  const typed = paragraphs.flat().flatMap((run) => run.text.match(/\[[^\]]*\]?|\]/g) ?? [])
  const open = [
    ...wordsInBrackets('notAgreed'),
    ...typed.map((words) => words.replace(/^\[|\]$/g, '')),
  ]
  if (open.length > 0) advise('brackets', { count: open.length, words: quoted(open) })
  const unknown = [...wordsInBrackets('placeholder'), ...typedPlaceholders(text)]
  if (unknown.length > 0) advise('placeholders', { count: unknown.length, words: quoted(unknown) })

  const lines = text.split('\n').filter((line) => line.trim() !== '')
  for (const { ends, items } of listFaults(lines))
    advise(ends === 'stops' ? 'listStops' : 'listSemicolons', { items: items.join(', ') })
  const gap = letterGap(lines)
  if (gap) advise('letterGap', gap)
  const unpaired = unpairedSign(lines)
  if (unpaired) advise('unpaired', { sign: unpaired })
  const straight = straightQuotes(text)
  if (straight.length > 0)
    advise('straightQuotes', {
      count: straight.length,
      words: straight.slice(0, MOST_QUOTED).join(' · '),
    })
  if (!/[.:;!?。；：！？؟…][”»"’')\]]*\s*$/u.test(text)) advise('noStop')
  return findings
}

/** “…”, “…”: the first few of the words that were found. */
const quoted = (words: readonly string[]): string =>
  words
    .slice(0, MOST_QUOTED)
    .map((text) => `“${firstWords(text)}”`)
    .join(', ')
