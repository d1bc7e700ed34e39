'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useFormState } from '@/components/ui/form'
import { typedEarly } from '@/components/ui/typed-early'
import { SEAT_TIME_ZONE } from '@/lib/clock'
import { forgetLocally, keepLocally, localCopy } from './local-copy'
import { RESTORE } from './wording-field'

type State =
  | { is: 'quiet' | 'unsaved' | 'saving' | 'offline' | 'signedOut' }
  | { is: 'saved'; at: Date }
  | { is: 'refused' | 'conflict'; message: string }

const PAUSE = 1_200
const RETRY = 8_000

/**
 * Saves the form around it: at once in this browser, after a pause on the server. Retries after a lost connection
 * and never overwrites a colleague's newer version. The buttons "save" and "check" wait for pending saves.
 * Needs the messages `editor`.
 */
export function DraftKeeper({
  draftId,
  version: readVersion,
  saveAddress,
  checkAddress,
}: {
  draftId: string
  version: number
  saveAddress: string
  checkAddress: string
}) {
  const t = useTranslations('editor.keeper')
  const marker = useRef<HTMLInputElement>(null)
  const version = useRef(readVersion)
  const sent = useRef('')
  const unanswered = useRef<Record<string, string> | null>(null)
  const left = useRef(false)
  const underway = useRef<Promise<boolean> | null>(null)
  const again = useRef(() => {})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [state, setState] = useState<State>({ is: 'quiet' })
  const [earlier, setEarlier] = useState<Record<string, string> | null>(null)
  const [restored, setRestored] = useState(false)
  const { state: form } = useFormState()
  const conflict =
    state.is === 'conflict' || (form.status === 'refused' && form.reason === 'conflict')

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const element = marker.current?.form
    if (!element) return false
    const values = valuesOf(element)
    const now = JSON.stringify(values)
    if (now === sent.current) return true
    setState({ is: 'saving' })
    const later = (is: 'offline' | 'signedOut') => {
      setState({ is })
      timer.current = setTimeout(() => again.current(), RETRY)
      return false
    }
    let answer: Response
    try {
      answer = await fetch(saveAddress, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...values,
          version: version.current,
          ...(unanswered.current && { unanswered: unanswered.current }),
        }),
      })
    } catch {
      unanswered.current = values
      return later('offline')
    }
    if (left.current) return false
    if (answer.status === 401) return later('signedOut')
    if (answer.status >= 500) return later('offline')
    const said = (await answer.json()) as { version: number; reason?: string; message?: string }
    if (!answer.ok) {
      const is = said.reason === 'conflict' ? 'conflict' : 'refused'
      setState({ is, message: said.message ?? '' })
      return false
    }
    version.current = said.version
    unanswered.current = null
    if (marker.current) marker.current.value = String(said.version)
    sent.current = now
    if (JSON.stringify(valuesOf(element)) === now) forgetLocally(draftId)
    else keepLocally(draftId, { version: said.version, values: valuesOf(element) })
    setState({ is: 'saved', at: new Date() })
    return true
  }, [draftId, saveAddress])

  useEffect(() => {
    again.current = () => void save()
  }, [save])

  /** Saves one after the other, so that a save never conflicts with the save before it. */
  const saveInTurn = useCallback(async (): Promise<boolean> => {
    while (underway.current) await underway.current
    underway.current = save().finally(() => {
      underway.current = null
    })
    return underway.current
  }, [save])

  const write = useCallback((values: Record<string, string>) => {
    const element = marker.current?.form
    if (!element) return
    fill(element, values)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }, [])

  useEffect(() => {
    const element = marker.current?.form
    if (!element) return
    sent.current = JSON.stringify(valuesOf(element))
    const typed = () => {
      left.current = false
      keepLocally(draftId, { version: version.current, values: valuesOf(element) })
      setState((before) => (before.is === 'conflict' ? before : { is: 'unsaved' }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveInTurn(), PAUSE)
    }
    const pressed = (event: SubmitEvent) => {
      const act = (event.submitter as HTMLButtonElement | null)?.value
      if (act !== 'save' && act !== 'check') return
      event.preventDefault()
      void saveInTurn().then((done) => {
        if (!done) return
        if (act === 'check') window.location.assign(checkAddress)
        else setState({ is: 'saved', at: new Date() })
      })
    }
    const online = () => void saveInTurn()
    // The next page may have been rendered before this page's last save arrived: a response that arrives during
    // the unload must not delete the local copy, as the next page may lack its words.
    const leaves = () => {
      left.current = true
    }
    const shown = (event: PageTransitionEvent) => event.persisted && window.location.reload()
    element.addEventListener('input', typed)
    element.addEventListener('submit', pressed)
    window.addEventListener('online', online)
    window.addEventListener('pageshow', shown)
    window.addEventListener('beforeunload', leaves)
    const kept = localCopy(draftId)
    const early = typedEarly(element)
    if (kept && JSON.stringify(kept.values) !== sent.current) {
      // Do not overwrite what was typed before hydration either.
      const isOther = early.some(({ name, value }) => kept.values[name] !== value)
      if (kept.version === version.current && !isOther) {
        // The save of the last page may have arrived although its response was lost.
        unanswered.current = kept.values
        write(kept.values)
        setRestored(true)
      } else setEarlier(kept.values)
    } else if (kept) forgetLocally(draftId)
    if (early.length > 0) typed()
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('input', typed)
      element.removeEventListener('submit', pressed)
      window.removeEventListener('online', online)
      window.removeEventListener('pageshow', shown)
      window.removeEventListener('beforeunload', leaves)
    }
  }, [draftId, checkAddress, saveInTurn, write])

  return (
    <div className="grid gap-3">
      <input ref={marker} type="hidden" name="version" defaultValue={readVersion} />
      {earlier && (
        <div className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p>{t('earlier')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <button
              type="button"
              className="button"
              onClick={() => {
                write(earlier)
                setEarlier(null)
              }}
            >
              {t('putBack')}
            </button>
            <button
              type="button"
              className="button button-plain"
              onClick={() => {
                forgetLocally(draftId)
                setEarlier(null)
              }}
            >
              {t('throwAway')}
            </button>
          </div>
        </div>
      )}
      <p role="status" data-testid="keeper" className="text-sm text-quiet">
        {restored && <>{t('restored')} </>}
        <Said state={state} />
      </p>
      {conflict && (
        <div>
          <button type="submit" name="act" value="copy" className="button">
            {t('copy')}
          </button>
        </div>
      )}
    </div>
  )
}

function Said({ state }: { state: State }) {
  const t = useTranslations('editor.keeper')
  if (state.is === 'quiet') return null
  if (state.is === 'refused' || state.is === 'conflict')
    return <strong className="text-alarm">{state.message}</strong>
  if (state.is !== 'saved') return t(state.is)
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: SEAT_TIME_ZONE })
  return t('saved', { time: clock.format(state.at) })
}

/** The typed values by field, without the form's own hidden fields. */
function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && !name.startsWith('$') && !OWN.has(name)) values[name] = value
  return values
}
const OWN = new Set(['id', 'version', 'act', 'copyId'])

function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (name === 'body') form.dispatchEvent(new CustomEvent(RESTORE, { detail: value }))
    if (field && 'value' in field) field.value = value
  }
}
