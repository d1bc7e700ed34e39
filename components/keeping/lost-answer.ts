'use client'

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation'
import { useEffect, useState } from 'react'
import { v4 as uuid } from 'uuid'
import {
  FORM_ID,
  type FormAction,
  type FormState,
  idle,
  formValues,
  type NotDone,
  withoutSecrets,
} from '@/lib/http/form-state'
import { seat } from '@/lib/seat'
// These sentences have a file of their own: the server may be away when they are said.
import messages from '@/messages/failures.en.json'

/** The interval between two polls for the result of an act, in milliseconds. */
const PAUSE = 2_000

/**
 * An act that turns its failure into an answer: a form without an answer, as the connection was lost or the server
 * restarts, keeps its words and says so. `whenDone` is called before the redirect of the act, and not after a preview,
 * which wrote nothing. `tell` gets the message of a success.
 */
export const answeringAlways =
  (
    action: FormAction,
    whenDone: () => void = () => {},
    tell: (message: string) => void = () => {},
  ): FormAction =>
  async (previous, form) => {
    try {
      const state = await action(previous, form)
      if (state.status === 'done') {
        if (!state.isPreview) whenDone()
        if (state.message) tell(state.message)
      }
      return state
    } catch (error) {
      if (unstable_isUnrecognizedActionError(error))
        return lostState(form, messages.renewed, 'notDone')
      try {
        unstable_rethrow(error)
      } catch (redirection) {
        whenDone()
        throw redirection
      }
      return lostState(form, messages.lost, 'notKnown')
    }
  }

const lostState = (form: FormData, message: string, reason: NotDone): FormState => ({
  status: 'refused',
  message,
  reason,
  fields: {},
  values: withoutSecrets(formValues(form)),
  at: Date.now(),
})

/** The result of a look for an act: its time, and its address; null if it was not done. */
type FoundAct = { at: string; goTo: string | null } | null

/** Asks the server once for the result of a form; undefined if it does not answer, or the person is signed out. */
export async function lookForAct(formId: string): Promise<FoundAct | undefined> {
  try {
    const answer = await fetch(`/acts/${formId}`, { cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as FoundAct) : undefined
  } catch {
    return undefined
  }
}

/** The number of looks for an act without a form. */
const LOOKS = 30

/**
 * Requests an act without a form on the page: it has an id, so that it is idempotent, and always answered; if the
 * answer was lost, it is polled.
 */
export async function askFor(action: FormAction, form: FormData): Promise<FormState> {
  const entry = form.get(FORM_ID)
  const formId = typeof entry === 'string' ? entry : uuid()
  form.set(FORM_ID, formId)
  const state = await answeringAlways(action)(idle, form)
  if (state.status !== 'refused' || state.reason !== 'notKnown') return state
  for (let look = 0; look < LOOKS; look++) {
    const act = await lookForAct(formId)
    if (act !== undefined) return foundState(state, act)
    await new Promise((resume) => setTimeout(resume, PAUSE))
  }
  return state
}

type Lost = Extract<FormState, { status: 'refused' }>

/** The state of a form after a lost answer, once the result of its act is known. */
function foundState(state: Lost, act: FoundAct): FormState {
  const at = state.at + 1
  if (act === null) return { ...state, message: messages.notDone, reason: 'notDone', at }
  const message = withTime(messages.done, act.at)
  return { status: 'done', message, at, ...(act.goTo && { goTo: act.goTo }) }
}

/**
 * The state of a form, in which an answer that was lost is looked for until the server tells whether the
 * act was done.
 */
export function useFoundState(state: FormState, whenDone: () => void): FormState {
  const [result, setResult] = useState<{ of: number; act: FoundAct }>()
  const isLost = state.status === 'refused' && state.reason === 'notKnown'
  const formId = isLost ? state.values[FORM_ID] : undefined
  const at = state.status === 'idle' ? 0 : state.at
  useEffect(() => {
    if (typeof formId !== 'string') return
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const act = await lookForAct(formId)
      if (act === undefined) timer = setTimeout(() => void look(), PAUSE)
      else setResult({ of: at, act })
      if (act) whenDone()
    }
    timer = setTimeout(() => void look(), PAUSE / 4)
    return () => clearTimeout(timer)
  }, [formId, at, whenDone])

  return isLost && result?.of === at ? foundState(state, result.act) : state
}

/** "14:03" by the clock of the seat, like all times of the pages; the sentence around it names the seat. */
export const timeOf = (instant: string | number): string =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: seat().timeZone }).format(
    new Date(instant),
  )

/** A sentence of the failures with its time and the name of the seat. */
export const withTime = (sentence: string, instant: string | number): string =>
  sentence.replace('{time}', () => timeOf(instant)).replace('{seat}', () => seat().name)
