'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { FORM_ID } from '@/lib/http/form-state'
import { type Basis, basisOf, changedValues, type MovedText, movedTexts } from './basis'
import { localCopies } from './browser-copies'
import { hidePlace, showPlace } from './places-shown'
import {
  drawnValuesOf,
  fill,
  isTypedIn,
  KEPT,
  newIdsOf,
  placeOfForm,
  PUT_BACK,
  restore,
  SAME,
  takesWords,
  typedValues,
} from './form-fields'
import { type FoundCopy, goesBackByItself } from './local-copies'
import { lookForAct } from './lost-answer'

/** A form's state of words that a person typed before. */
export type KeptWords = {
  /** For the form itself. */
  form: RefObject<HTMLFormElement | null>
  /** `restored`: they stand in the form again; `done`: they were sent, and arrived at that time. */
  notice: { is: 'restored' } | { is: 'done'; at: string } | null
  /** Copies of other pages, which can be put into the form. */
  otherCopies: FoundCopy[]
  putBack: (copy: FoundCopy) => void
  /** The texts that somebody else changed under the typed words. */
  moved: MovedText[]
  /** Puts these texts into the form, in place of the typed words. */
  takeMoved: () => void
  throwAway: (copy: FoundCopy) => void
  /** Forgets this page's copy: the server has the words. */
  forget: () => void
  /** Notes that the words are being sent, so that they are looked for if no answer comes. */
  noteSent: () => void
}

/**
 * Keeps the input of a form in this browser until the server has it, and restores it after a reload, a sign-in or a
 * failed page. A form that keeps its words elsewhere passes `isOn` false.
 */
export function useKeptWords(isOn: boolean): KeptWords {
  const form = useRef<HTMLFormElement>(null)
  const place = useRef<string | null>(null)
  const drawnValues = useRef('')
  const [notice, setNotice] = useState<KeptWords['notice']>(null)
  const [otherCopies, setOtherCopies] = useState<FoundCopy[]>([])
  const basis = useRef<Basis | null>(null)
  const [moved, setMoved] = useState<MovedText[]>([])

  const keep = useCallback((sentAs?: string) => {
    const { current: element } = form
    if (!element || place.current === null) return
    const values = typedValues(element)
    if (JSON.stringify(values) === drawnValues.current) {
      basis.current = null
      return localCopies().forget(place.current)
    }
    basis.current ??= basisOf(element)
    localCopies().keep(place.current, {
      values,
      ids: newIdsOf(element),
      basis: basis.current,
      at: Date.now(),
      ...(sentAs && { sentAs }),
    })
  }, [])

  // The page may be drawn again, with the newer version, while the words stay.
  const lookForMoved = useCallback(() => {
    const next = basis.current && form.current ? movedTexts(basis.current, form.current) : []
    setMoved((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  }, [])
  useEffect(lookForMoved)

  const putBack = useCallback(
    (copy: FoundCopy) => {
      if (!form.current) return
      const { values, ids } = copy.copy
      if (ids) form.current.dispatchEvent(new CustomEvent(SAME, { detail: ids }))
      basis.current = copy.copy.basis ?? basisOf(form.current)
      const isWhole = restore(form.current, changedValues(values, copy.copy.basis))
      form.current.dispatchEvent(new Event(PUT_BACK))
      unfold(form.current)
      keep()
      lookForMoved()
      if (isWhole) localCopies().drop(copy.key)
      setOtherCopies((before) => before.filter(({ key }) => key !== copy.key))
    },
    [keep, lookForMoved],
  )

  useEffect(() => {
    const { current: element } = form
    if (!isOn || !element || !takesWords(element)) return
    const ownPlace = placeOfForm(element)
    place.current = ownPlace
    showPlace(ownPlace)
    // Looking for an act takes a moment: what is typed meanwhile must not be written over.
    let isTyped = isTypedIn(element)
    const typed = () => {
      isTyped = true
      keep()
    }
    const forgetCopy = () => {
      basis.current = null
      localCopies().forget(ownPlace)
    }
    element.addEventListener('input', typed)
    element.addEventListener('change', typed)
    element.addEventListener(KEPT, forgetCopy)
    drawnValues.current = JSON.stringify(drawnValuesOf(element))
    let isLeft = false
    const restoreCopies = async () => {
      const copies: FoundCopy[] = []
      // A form takes the id of its words by a render, which cannot begin within an effect.
      await Promise.resolve()
      if (isLeft) return
      for (const copy of localCopies().find(ownPlace)) {
        const { sentAs } = copy.copy
        const act = sentAs ? await lookForAct(sentAs) : null
        if (isLeft) return
        if (act) {
          localCopies().drop(copy.key)
          setNotice({ is: 'done', at: act.at })
        } else copies.push(copy)
      }
      const [first, ...rest] = copies
      const goesBack = first && !isTyped && goesBackByItself(copies)
      if (goesBack) {
        putBack(first)
        setNotice({ is: 'restored' })
      }
      setOtherCopies(goesBack ? rest : copies)
    }
    void restoreCopies()
    if (isTyped) keep()
    return () => {
      isLeft = true
      hidePlace(ownPlace)
      element.removeEventListener('input', typed)
      element.removeEventListener('change', typed)
      element.removeEventListener(KEPT, forgetCopy)
    }
  }, [isOn, keep, putBack])

  return {
    form,
    notice,
    otherCopies,
    putBack,
    throwAway: (copy) => {
      localCopies().drop(copy.key)
      setOtherCopies((before) => before.filter(({ key }) => key !== copy.key))
    },
    moved,
    takeMoved: () => {
      if (!form.current) return
      fill(form.current, Object.fromEntries(moved.map(({ name, text }) => [name, text])))
      basis.current = basisOf(form.current)
      keep()
      setMoved([])
    },
    forget: useCallback(() => {
      if (place.current !== null) localCopies().forget(place.current)
      basis.current = null
      setNotice(null)
    }, []),
    noteSent: () => {
      const field = form.current?.elements.namedItem(FORM_ID)
      if (field instanceof HTMLInputElement) keep(field.value)
    },
  }
}

/** Opens the folds around the form, so that restored words are visible. */
function unfold(form: HTMLElement): void {
  for (
    let fold = form.closest('details');
    fold;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true
}
