'use client'

import { useCallback, useState } from 'react'
import { useFormState } from '@/components/ui/form'
import { typedEarly } from '@/components/keeping/typed-early'
import {
  type Choice,
  choiceOf,
  choicesIn,
  choicesTyped,
  decisionsOf,
} from '@/lib/amendments/joining/choices'
import { heldIn, heldString } from '@/lib/amendments/joining/held'
import { reasonName } from '@/lib/amendments/joining/schema'
import { type Desk, together } from '@/lib/amendments/joining/desk'
import { decideFor, recall, rememberedSchema } from '@/lib/text/weave/decisions'
import type { Decision } from '@/lib/text/weave/join'
import type { Segment } from '@/lib/text/weave/weave'

type Decisions = readonly (Decision | null)[]
type Reasons = Readonly<Record<string, string>>

/** The decisions saved on the server, as last received. */
export type Kept = {
  id: string
  version: number
  decisions: Decisions
  reasons: Reasons
  by: string
}

/** A conflict: the common version before, both versions, and the indexes at which they differ. */
export type Clash = {
  before: Decisions
  mine: Decisions
  theirs: Decisions
  by: string
  differing: number[]
}

type ChoicesState = {
  choices: readonly Choice[]
  reasons: Reasons
  begun: Kept
  clash: Clash | null
}

/**
 * The person's decisions at the desk. Decisions that somebody else saved meanwhile are merged: nothing that was decided
 * or typed here is lost, and `clash` holds both versions.
 */
export function useDesk(
  joining: Kept,
  { segments, amendments }: Pick<Desk, 'segments' | 'amendments'>,
  language: string,
) {
  const { state } = useFormState()
  const [choicesState, setChoices] = useState<ChoicesState>(() => {
    const typed = state.status === 'idle' ? undefined : state.values
    const begun = {
      choices: joining.decisions.map(choiceOf),
      reasons: joining.reasons,
      begun: joining,
      clash: null,
    }
    if (!typed) return begun
    // Without JavaScript a refused form comes back with the typed values.
    const before = recall(segments, rememberedSchema.safeParse(fromJson(typed.before)).data ?? [])
    const choices = choicesIn(typed, segments)
    return mergeDesks(
      { ...begun, choices, begun: { ...joining, decisions: before } },
      joining,
      segments,
      language,
    )
  })
  const savedVersion = state.status === 'done' && (state.answer as { version?: number })?.version
  if (choicesState.begun.version !== joining.version || choicesState.begun.id !== joining.id) {
    const merged = mergeDesks(choicesState, joining, segments, language)
    setChoices(savedVersion === joining.version ? { ...merged, clash: null } : merged)
  }
  const decisions = decisionsOf(segments, choicesState.choices, language)
  const choose = useCallback(
    (index: number, choice: Choice) =>
      setChoices((now) => ({
        ...now,
        choices: Object.assign([...now.choices], { [index]: choice }),
      })),
    [],
  )
  const giveReason = useCallback(
    (id: string, reason: string) =>
      setChoices((now) => ({ ...now, reasons: { ...now.reasons, [id]: reason } })),
    [],
  )
  /** Accepts or declines all that these amendments ask for. */
  const decideAll = useCallback(
    (ids: readonly string[], how: 'take' | 'keep') =>
      setChoices((now) => {
        const before = decisionsOf(segments, now.choices, language)
        return { ...now, choices: decideFor(segments, before, ids, how).map(choiceOf) }
      }),
    [segments, language],
  )
  const isChanged =
    !areSame(decisions, choicesState.begun.decisions) ||
    !areSame(choicesState.reasons, choicesState.begun.reasons)
  const change = (changes: Partial<ChoicesState>) => setChoices((now) => ({ ...now, ...changes }))
  return {
    ...choicesState,
    decisions,
    isChanged,
    /** What was chosen and typed since the decisions were saved, for the keeper of the form; empty if that is nothing. */
    held: isChanged ? heldString(segments, choicesState) : '',
    /** Takes over what was chosen and typed before the page was reloaded, as it was chosen. */
    putBack: (held: string) => {
      const earlier = heldIn(segments, held)
      if (!earlier) return
      setChoices(({ begun, clash }) =>
        mergeDesks(
          { ...earlier, begun: { ...begun, ...earlier.begun }, clash },
          begun,
          segments,
          language,
        ),
      )
    },
    choose,
    decide: (list: Decisions) => change({ choices: list.map(choiceOf) }),
    decideAll,
    giveReason,
    /** Takes over the choices and words from before hydration. */
    takeOver: (form: HTMLFormElement) => {
      const early = typedEarly(form)
      const typed = Object.fromEntries(early.map(({ name, value }) => [name, value]))
      const ids = amendments.map(({ id }) => id).filter((id) => typed[reasonName(id)] !== undefined)
      setChoices((now) => ({
        ...now,
        choices: choicesTyped(typed, now.choices, segments),
        reasons: {
          ...now.reasons,
          ...Object.fromEntries(ids.map((id) => [id, typed[reasonName(id)]!])),
        },
      }))
    },
    closeClash: () => change({ clash: null }),
  }
}
export type DeskState = ReturnType<typeof useDesk>

function mergeDesks(
  choicesState: ChoicesState,
  joining: Kept,
  segments: readonly Segment[],
  language: string,
): ChoicesState {
  const before = choicesState.begun.decisions
  const mine = decisionsOf(segments, choicesState.choices, language)
  const theirs = joining.decisions
  const { decisions, differing } = together({ before, mine, theirs })
  const isClash = !areSame(mine, before) && !areSame(theirs, before) && !areSame(mine, theirs)
  return {
    choices: decisions.map(choiceOf),
    reasons: { ...joining.reasons, ...changedReasons(choicesState) },
    begun: joining,
    clash: isClash ? { before, mine, theirs, by: joining.by, differing } : choicesState.clash,
  }
}

const changedReasons = ({ reasons, begun }: ChoicesState): Reasons =>
  Object.fromEntries(
    Object.entries(reasons).filter(([id, reason]) => reason !== (begun.reasons[id] ?? '')),
  )

const areSame = (first: unknown, second: unknown) =>
  JSON.stringify(first) === JSON.stringify(second)

function fromJson(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return null
  }
}
