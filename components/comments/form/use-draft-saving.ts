'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import {
  beginKeeping,
  isSaved,
  keep,
  type Keeper,
  type KeeperEffect,
  type KeeperEvent,
  type Told,
  type Values,
} from '@/components/editor/keeper'
import { sendDraft } from '@/components/editor/send-draft'
import { KEPT, PUT_BACK } from '@/components/keeping/form-fields'
import { FORM_ID } from '@/lib/http/form-state'

type DraftSaving = {
  savingState: Told
  /** Saves at once and says whether all arrived. */
  saveAll: () => Promise<boolean>
  isSaving: () => boolean
  /** Waits for a pending save. */
  settle: () => Promise<boolean>
  /** The typed words are being released: they are saved no more until the next input, or `resume`. */
  hold: () => void
  resume: () => void
}

/**
 * Saves the input of the form around the marker to the delegation's draft, by the rules of `keep`; the form itself
 * keeps it in the browser until then.
 */
export function useDraftSaving(
  marker: RefObject<HTMLInputElement | null>,
  {
    saveAddress,
    version,
    onSaved,
    says = hasWords,
  }: {
    saveAddress: string
    version: number
    onSaved: () => void
    /** Whether there is something to save. */
    says?: (values: Values) => boolean
  },
): DraftSaving {
  const keeper = useRef<Keeper>(beginKeeping(version, {}))
  const hear = useRef<(event: KeeperEvent) => void>(() => {})
  const waiting = useRef<((isDone: boolean) => void)[]>([])
  const [savingState, setSavingState] = useState<Told>({ is: 'quiet' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isHeld = useRef(false)
  // A new identity at each render, as the build may inline a function.
  const latest = useRef({ onSaved, says })
  useEffect(() => {
    latest.current = { onSaved, says }
  })

  useEffect(() => {
    const form = marker.current?.form
    if (!form) return
    // Of a draft that the server does not hold nothing is saved.
    keeper.current = beginKeeping(version, version === 0 ? {} : valuesOf(form))
    const due = () => !isHeld.current && hear.current({ type: 'due' })
    const play = (effect: KeeperEffect) => {
      if (effect.does === 'keep') return
      if (effect.does === 'forget') form.dispatchEvent(new Event(KEPT))
      else {
        clearTimeout(timer.current)
        if (effect.does === 'send')
          void sendDraft(saveAddress, effect).then((event) => hear.current(event))
        else timer.current = setTimeout(due, effect.milliseconds)
      }
    }
    hear.current = (event) => {
      const [next, effects] = keep(keeper.current, event)
      keeper.current = next
      setSavingState(next.state)
      if (marker.current) marker.current.value = String(next.version)
      if (event.type === 'saved') latest.current.onSaved()
      for (const effect of effects) play(effect)
      if (event.type === 'typed' || next.sending) return
      for (const resume of waiting.current.splice(0)) resume(isSaved(next))
    }
    const typed = () => {
      isHeld.current = false
      const values = valuesOf(form)
      if (latest.current.says(values)) hear.current({ type: 'typed', values, at: Date.now() })
    }
    form.addEventListener('input', typed)
    form.addEventListener('change', typed)
    // The page that was left may have saved these words: before others are typed the server tells the version.
    form.addEventListener(PUT_BACK, due)
    window.addEventListener('online', due)
    window.addEventListener('pagehide', due)
    return () => {
      due()
      hear.current = () => {}
      clearTimeout(timer.current)
      form.removeEventListener('input', typed)
      form.removeEventListener('change', typed)
      form.removeEventListener(PUT_BACK, due)
      window.removeEventListener('online', due)
      window.removeEventListener('pagehide', due)
    }
  }, [marker, saveAddress, version])

  const isSaving = useCallback(() => keeper.current.sending !== null, [])
  const settle = useCallback(
    () => new Promise<boolean>((resume) => waiting.current.push(resume)),
    [],
  )
  const saveAll = useCallback(async (): Promise<boolean> => {
    if (isSaving()) await settle()
    if (isSaved(keeper.current)) return true
    const done = settle()
    hear.current({ type: 'due' })
    return done
  }, [isSaving, settle])

  const hold = useCallback(() => {
    isHeld.current = true
    clearTimeout(timer.current)
  }, [])
  const resume = useCallback(() => {
    isHeld.current = false
    hear.current({ type: 'due' })
    // The form kept its words when it sent them: the draft has them already.
    const { current } = marker
    if (isSaved(keeper.current)) current?.form?.dispatchEvent(new Event(KEPT))
  }, [marker])
  return { savingState, saveAll, isSaving, settle, hold, resume }
}

const hasWords = ({ text }: Values): boolean => text?.trim() !== '' && text !== undefined

/** The typed and chosen values of the person, by field. */
function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.startsWith('$') && !OWN.has(name)) values[name] = value
  return values
}
const OWN = new Set(['id', 'version', 'act', FORM_ID])
