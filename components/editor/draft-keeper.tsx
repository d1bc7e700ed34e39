'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { localCopies } from '@/components/keeping/browser-copies'
import { RESTORE } from '@/components/keeping/form-fields'
import { type FoundCopy, goesBackByItself } from '@/components/keeping/local-copies'
import { useFormState } from '@/components/ui/form'
import { timeOf } from '@/components/keeping/lost-answer'
import { typedEarly } from '@/components/keeping/typed-early'
import { FORM_ID } from '@/lib/http/form-state'
import {
  beginKeeping,
  isSaved,
  keep,
  type Keeper,
  type KeeperEffect,
  type KeeperEvent,
  type Told,
  type Values,
} from './keeper'
import { tellSaved } from './saved-version'
import { sendDraft } from './send-draft'

type DraftKeeperProps = {
  draftId: string
  version: number
  saveAddress: string
  checkAddress: string
}

/**
 * Saves the input of the form around it: at once in this browser, after a pause on the server, by the rules of `keep`.
 * The buttons "save" and "check" wait until everything has arrived. Needs the messages `editor`.
 */
export function DraftKeeper(props: DraftKeeperProps) {
  const { version } = props
  const t = useTranslations('editor.keeper')
  const { marker, savingState, isRestored, otherCopies, putBack, throwAway } = useKeeper(props)
  const { state: form } = useFormState()
  const isConflict =
    savingState.is === 'conflict' || (form.status === 'refused' && form.reason === 'conflict')
  return (
    <div className="grid gap-3">
      <input ref={marker} type="hidden" name="version" defaultValue={version} />
      {otherCopies.map((copy) => (
        <div key={copy.key} className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p>{t('earlier')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <button type="button" className="button" onClick={() => putBack(copy)}>
              {t('putBack')}
            </button>
            <button type="button" className="button button-plain" onClick={() => throwAway(copy)}>
              {t('throwAway')}
            </button>
          </div>
        </div>
      ))}
      <p role="status" data-testid="keeper" className="text-sm text-quiet">
        {isRestored && <>{t('restored')} </>}
        <Said savingState={savingState} />
      </p>
      {isConflict && (
        <div>
          <button type="submit" name="act" value="copy" className="button">
            {t('copy')}
          </button>
        </div>
      )}
    </div>
  )
}

/** Plays the rules of `keep` on the form around the marker: its keys, its buttons, the clock and the server. */
function useKeeper({ draftId, version, saveAddress, checkAddress }: DraftKeeperProps) {
  const marker = useRef<HTMLInputElement>(null)
  const place = `draft:${draftId}`
  const keeper = useRef<Keeper>(beginKeeping(version, {}))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const settlers = useRef<((isSaved: boolean) => void)[]>([])
  const hear = useRef<(event: KeeperEvent) => void>(() => {})
  const [savingState, setSavingState] = useState<Told>({ is: 'quiet' })
  const [otherCopies, setOtherCopies] = useState<FoundCopy[]>([])
  const [isRestored, setRestored] = useState(false)

  useEffect(() => {
    const play = (effect: KeeperEffect) => {
      if (effect.does === 'keep') localCopies().keep(place, effect.copy)
      else if (effect.does === 'forget') localCopies().forget(place)
      else if (effect.does === 'send') {
        clearTimeout(timer.current)
        void sendDraft(saveAddress, effect).then((event) => hear.current(event))
      } else {
        clearTimeout(timer.current)
        timer.current = setTimeout(() => hear.current({ type: 'due' }), effect.milliseconds)
      }
    }
    hear.current = (event) => {
      const [next, effects] = keep(keeper.current, event)
      keeper.current = next
      setSavingState(next.state)
      if (marker.current) marker.current.value = String(next.version)
      if (event.type === 'saved') tellSaved(next.version)
      for (const effect of effects) play(effect)
      if (event.type === 'typed' || next.sending) return
      for (const settle of settlers.current.splice(0)) settle(isSaved(next))
    }
  }, [place, saveAddress])

  /** Saves the input now; returns whether the server then has all of it. */
  const saveAll = useCallback(async (): Promise<boolean> => {
    const settled = () => new Promise<boolean>((settle) => settlers.current.push(settle))
    if (keeper.current.sending) await settled()
    const saving = settled()
    hear.current({ type: 'due' })
    return saving
  }, [])

  const write = useCallback((values: Values) => {
    const form = marker.current?.form
    if (!form) return
    fill(form, values)
    form.dispatchEvent(new Event('input', { bubbles: true }))
  }, [])

  useEffect(() => {
    const form = marker.current?.form
    if (!form) return
    keeper.current = beginKeeping(keeper.current.version, valuesOf(form))
    const typed = () => hear.current({ type: 'typed', values: valuesOf(form), at: Date.now() })
    const pressed = (event: SubmitEvent) => {
      const act = (event.submitter as HTMLButtonElement | null)?.value
      if (act !== 'save' && act !== 'check') return
      event.preventDefault()
      void saveAll().then((isDone) => {
        if (!isDone) return
        if (act === 'check') window.location.assign(checkAddress)
        else setSavingState({ is: 'saved', at: Date.now() })
      })
    }
    const online = () => hear.current({ type: 'due' })
    const leaves = () => hear.current({ type: 'leaves' })
    const onPageShow = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    form.addEventListener('input', typed)
    form.addEventListener('submit', pressed)
    window.addEventListener('online', online)
    window.addEventListener('pageshow', onPageShow)
    window.addEventListener('beforeunload', leaves)

    const drawnValues = JSON.stringify(valuesOf(form))
    const early = typedEarly(form)
    // Also the copy of this page: the form may be rendered anew while the page stays.
    const copies = localCopies()
      .findAll(place)
      .filter((copy) => {
        const isDifferent = JSON.stringify(copy.copy.values) !== drawnValues
        if (!isDifferent) localCopies().drop(copy.key)
        return isDifferent
      })
    const [first, ...rest] = copies
    const values = first?.copy.values as Values | undefined
    // Words typed just now, before the page was awake, are not written over either.
    const isOther = early.some(({ name, value }) => values?.[name] !== value)
    const isNext = first?.copy.version === keeper.current.version
    const goesBack = values && isNext && !isOther && goesBackByItself(copies)
    if (goesBack) {
      // The last page's save may have arrived all the same.
      keeper.current = { ...keeper.current, unanswered: [values] }
      localCopies().drop(first.key)
      write(values)
      setRestored(true)
    }
    setOtherCopies(goesBack ? rest : copies)
    if (early.length > 0) typed()
    return () => {
      clearTimeout(timer.current)
      form.removeEventListener('input', typed)
      form.removeEventListener('submit', pressed)
      window.removeEventListener('online', online)
      window.removeEventListener('pageshow', onPageShow)
      window.removeEventListener('beforeunload', leaves)
    }
  }, [place, checkAddress, saveAll, write])

  const drop = (copy: FoundCopy) => {
    localCopies().drop(copy.key)
    setOtherCopies((before) => before.filter(({ key }) => key !== copy.key))
  }
  return {
    marker,
    savingState,
    isRestored,
    otherCopies,
    throwAway: drop,
    putBack: (copy: FoundCopy) => {
      drop(copy)
      write(copy.copy.values as Values)
    },
  }
}

function Said({ savingState }: { savingState: Told }) {
  const t = useTranslations('editor.keeper')
  if (savingState.is === 'quiet') return null
  if (savingState.is === 'refused' || savingState.is === 'conflict')
    return <strong className="text-alarm">{savingState.message}</strong>
  if (savingState.is !== 'saved') return t(savingState.is)
  return t('saved', { time: timeOf(savingState.at) })
}

/** The typed words, by field, without the form's own fields. */
function valuesOf(form: HTMLFormElement): Values {
  const values: Values = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.startsWith('$') && !OWN.has(name)) values[name] = value
  return values
}
const OWN = new Set(['id', 'version', 'act', 'copyId', FORM_ID])

function fill(form: HTMLFormElement, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (name === 'body') form.dispatchEvent(new CustomEvent(RESTORE, { detail: value }))
    if (field && 'value' in field) field.value = value
  }
}
