import type { FormValues } from '@/lib/http/form-state'
import { type Changed, changedOf, type Decision, partsDecided } from '@/lib/text/weave/join'
import { visibleWords } from '@/lib/text/signs'
import type { Segment } from '@/lib/text/weave/weave'
import { choiceName, partName, TAKE, wordsName } from './schema'
import { typedOver } from '@/lib/text/document/typed-over'

/** A decision in the form: own words are the typed plain words. */
export type Choice = Decision | null

/** The choice that shows a decision. */
export const choiceOf = (decision: Decision | null | undefined): Choice =>
  decision && 'write' in decision ? { write: visibleWords(decision.write) } : (decision ?? null)

/** The decision that a choice about a changed piece means. */
export const decisionOf = (choice: Choice, { base }: Changed, language: string): Decision | null =>
  choice && 'write' in choice ? { write: typedOver(base, choice.write, language) } : choice

/** The decisions of all choices, in order. */
export const decisionsOf = (
  segments: readonly Segment[],
  choices: readonly Choice[],
  language: string,
): (Decision | null)[] =>
  changedOf(segments).map((changed, index) => decisionOf(choices[index] ?? null, changed, language))

/** The value of a change's chosen radio button. */
export function valueOf(choice: Choice, { alternatives }: Changed): string {
  if (!choice) return 'open'
  if ('keep' in choice) return 'keep'
  if ('parts' in choice) return 'parts'
  return 'write' in choice ? 'write' : `${TAKE}${alternatives[choice.take]?.text ?? ''}`
}

/** The smaller pieces of a change that may be taken one by one. */
export const partsIn = ({ parts }: Changed): Changed[] => changedOf(parts ?? [])

/** The alternative taken for each smaller piece now: the starting point for taking a part. */
export const partsOf = (choice: Choice, changed: Changed): (number | null)[] => {
  const within = partsDecided(changed, choice)
  return partsIn(changed).map((_, index) => {
    const decision = within?.decisions[index]
    return decision && 'take' in decision ? decision.take : null
  })
}

/** The choice of a radio button; `part` is the choice for a smaller piece. */
export function choiceFrom(
  value: string,
  typed: string,
  changed: Changed,
  part: (index: number) => string = () => '',
): Choice {
  const { alternatives } = changed
  if (value === 'keep') return { keep: true }
  if (value === 'parts')
    return { parts: partsIn(changed).map((place, at) => takeOf(place, part(at))) }
  if (value === 'write') return { write: typed }
  if (!value.startsWith(TAKE)) return null
  const take = takeOf({ alternatives }, value)
  return take === null ? null : { take }
}

const takeOf = ({ alternatives }: Pick<Changed, 'alternatives'>, value: string): number | null => {
  const take = alternatives.findIndex(({ text }) => value === `${TAKE}${text}`)
  return take < 0 ? null : take
}

/** The choices that a form came back with. */
export const choicesIn = (values: FormValues, segments: readonly Segment[]): Choice[] =>
  changedOf(segments).map((changed, index) => {
    const text = (name: string) => String(values[name] ?? '').replaceAll('\r\n', '\n')
    const part = (at: number) => text(partName(index, at))
    return choiceFrom(text(choiceName(index)), text(wordsName(index)), changed, part)
  })

/**
 * The choices after some fields of the form were changed by hand, which `typed` holds by name. Typed own words are
 * thereby chosen, as at the desk itself.
 */
export const choicesTyped = (
  typed: Readonly<Record<string, string>>,
  choices: readonly Choice[],
  segments: readonly Segment[],
): Choice[] =>
  changedOf(segments).map((changed, index) => {
    const words = typed[wordsName(index)]
    const option = typed[choiceName(index)] ?? (words === undefined ? undefined : 'write')
    if (option === undefined) return choices[index] ?? null
    const part = (at: number) => typed[partName(index, at)] ?? ''
    return choiceFrom(option, words ?? visibleWords(changed.base), changed, part)
  })

const CONTEXT = 90

/** Some plain words before and after a changed piece, cut at the end of a word. */
export function contextOf(base: string, at: number, length: number): [string, string] {
  const before = visibleWords(base.slice(Math.max(0, at - CONTEXT), at))
  const after = visibleWords(base.slice(at + length, at + length + CONTEXT))
  const isWhole = [at <= CONTEXT, at + length + CONTEXT >= base.length] as const
  return [
    isWhole[0] ? before : `… ${before.replace(/^\S*\s+/, '')}`,
    isWhole[1] ? after : `${after.replace(/\s+\S*$/, '')} …`,
  ]
}
