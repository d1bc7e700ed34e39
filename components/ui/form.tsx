'use client'

import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { v4 as uuid } from 'uuid'
import { KeptNotice } from '@/components/keeping/kept-notice'
import { fill } from '@/components/keeping/form-fields'
import { useGoneForm } from '@/components/keeping/announcing/use-gone-form'
import { answeringAlways, useFoundState } from '@/components/keeping/lost-answer'
import { useKeptWords } from '@/components/keeping/use-kept-words'
import { usePendingAct } from '@/components/live/pending-acts'
import {
  FORM_ID,
  type FormAction,
  type FormState,
  type FormValues,
  idle,
} from '@/lib/http/form-state'
import messages from '@/messages/failures.en.json'

export type { FormAction }
type FormContextValue = {
  state: FormState
  pending: boolean
  /** The id of the button that sent the form. */
  pressed: string | undefined
}
const FormContext = createContext<FormContextValue>({
  state: idle,
  pending: false,
  pressed: undefined,
})

/** The state of the enclosing form, for inputs other than the fields of `field.tsx`. */
export const useFormState = () => use(FormContext)

/** Sent values, if the form stays filled in: after a refusal, and beside an answer such as a preview. */
export const sentValues = (state: FormState): FormValues | undefined =>
  state.status === 'idle' ? undefined : state.values

/** The value that was sent, if the form stays filled in, else the initial value. */
export function useTyped(name: string, initial = ''): string {
  const typed = sentValues(useFormState().state)?.[name]
  return typeof typed === 'string' ? typed : initial
}

/** The sentence that refuses a field, if any. */
export function useFieldError(name: string): string | undefined {
  const { state } = useFormState()
  return state.status === 'refused' ? state.fields[name] : undefined
}

/** Whether the code runs for the server's HTML: there the form must post to the action itself. */
const IS_SERVER = typeof window === 'undefined'

/**
 * A form over a server action. Works without JavaScript; keeps the typed words when the act is refused or fails, when
 * the page is reloaded and when the person must sign in again; shows the result of the act above the fields, and moves
 * the focus there. `keeps` is false if the words of a draft are kept otherwise, or must not be kept in a browser.
 */
export function Form({
  action,
  children,
  className = 'grid gap-5',
  label,
  id,
  now,
  keeps = true,
}: {
  action: FormAction
  children: ReactNode
  className?: string
  label?: string
  /** For buttons that stand outside of the form. */
  id?: string
  /** The address that shows what the form is about as it stands now, for an act that another act has overtaken. */
  now?: string
  keeps?: boolean
}) {
  const keptWords = useKeptWords(keeps)
  const { form, forget } = keptWords
  const tellWhenGone = useGoneForm()
  const [pressed, setPressed] = useState<string>()
  const [answerState, dispatch, pending] = useActionState(
    IS_SERVER ? action : answeringAlways(action, forget, tellWhenGone),
    idle,
  )
  const state = useFoundState(answerState, forget)
  usePendingAct(pending)
  const notice = useRef<HTMLDivElement>(null)
  const at = state.status === 'idle' ? 0 : state.at
  const isPast = useOtherAct(form, at)
  const message =
    state.status === 'idle' || (state.status === 'done' && isPast) ? null : state.message

  useEffect(() => {
    if (at) notice.current?.focus()
  }, [at])
  // React empties the form after each act; values that it does not render from the state are restored here.
  useEffect(() => {
    if (answerState.status === 'refused' && form.current) fill(form.current, answerState.values)
  }, [answerState, form])

  return (
    <FormContext value={{ state, pending, pressed }}>
      <form
        ref={form}
        id={id}
        action={dispatch}
        onSubmit={({ nativeEvent }) => {
          setPressed(nativeEvent.submitter?.id)
          keptWords.noteSent()
        }}
        className={className}
        noValidate
        aria-label={label}
        aria-busy={pending}
      >
        <FormId key={state.status === 'done' ? at : 0} />
        {message && (
          <div
            ref={notice}
            tabIndex={-1}
            role={state.status === 'refused' ? 'alert' : 'status'}
            data-at={at}
            className={
              state.status === 'refused'
                ? 'rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm'
                : 'rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3'
            }
          >
            {message}{' '}
            {state.status === 'done' && state.goTo && (
              <a href={state.goTo} className="way">
                {messages.goOn}
              </a>
            )}
            {state.status === 'refused' && state.reason === 'conflict' && now && (
              <a href={now} className="way">
                {messages.showNow}
              </a>
            )}
          </div>
        )}
        <KeptNotice kept={keptWords} />
        {children}
      </form>
    </FormContext>
  )
}

/** Whether another form of the page was sent since this answer: what this form did is no longer the last act. */
function useOtherAct(form: RefObject<HTMLFormElement | null>, at: number): boolean {
  const [past, setPast] = useState(0)
  useEffect(() => {
    if (at === 0) return
    const note = ({ target }: Event) => {
      if (target !== form.current) setPast(at)
    }
    document.addEventListener('submit', note)
    return () => document.removeEventListener('submit', note)
  }, [form, at])
  return at !== 0 && past === at
}

/**
 * The idempotency key of a form that is sent again: one id until its act is done. The server's HTML and the browser
 * render different ones; that of the HTML stays.
 */
function FormId() {
  const [newId] = useState(() => uuid())
  const { state } = useFormState()
  const id = state.status === 'refused' ? String(state.values[FORM_ID] ?? newId) : newId
  return <input type="hidden" name={FORM_ID} defaultValue={id} suppressHydrationWarning />
}

/** Hidden fields. */
export function HiddenValues({ values }: { values: Record<string, string | number> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** The button that sends the form around; says so while it is being sent, and cannot send twice. */
export function SubmitButton({
  children,
  name,
  value,
  tone = 'main',
  label,
}: {
  children: ReactNode
  /** The accessible name, if several buttons of a page read alike. */
  label?: string
  name?: string
  value?: string
  tone?: 'main' | 'quiet' | 'alarm' | 'plain'
}) {
  const { pending, pressed } = useFormState()
  const id = useId()
  const tones = {
    main: 'button button-main',
    quiet: 'button',
    alarm: 'button button-alarm',
    plain: 'button button-plain',
  }
  return (
    <button
      id={id}
      type="submit"
      name={name}
      value={value}
      disabled={pending}
      data-pending={pending && pressed === id ? '' : undefined}
      aria-label={label}
      className={tones[tone]}
    >
      {children}
    </button>
  )
}
