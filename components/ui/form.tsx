'use client'

import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from 'react'
import { usePendingAct } from '@/components/live/pending-acts'
import { type FormState, idle } from '@/lib/http/form-state'

/** A server action as a form calls it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
const FormContext = createContext<{ state: FormState; pending: boolean }>({
  state: idle,
  pending: false,
})

/** The state of the enclosing form, for inputs other than the fields of `field.tsx`. */
export const useFormState = () => use(FormContext)

/** The value typed before a refusal, else the initial value. */
export function useTyped(name: string, initial = ''): string {
  const { state } = useFormState()
  const typed = state.status === 'refused' ? state.values[name] : undefined
  return typeof typed === 'string' ? typed : initial
}

/** The sentence that refuses a field, if any. */
export function useFieldError(name: string): string | undefined {
  const { state } = useFormState()
  return state.status === 'refused' ? state.fields[name] : undefined
}

/**
 * A form over a server action. Works without JavaScript; keeps what was typed when it is refused,
 * says why above the fields and moves the focus there.
 */
export function Form({
  action,
  children,
  className = 'grid gap-5',
  label,
}: {
  action: FormAction
  children: ReactNode
  className?: string
  label?: string
}) {
  const [state, dispatch, pending] = useActionState(action, idle)
  usePendingAct(pending)
  const notice = useRef<HTMLDivElement>(null)
  const at = state.status === 'idle' ? 0 : state.at
  const message = state.status === 'idle' ? null : state.message

  useEffect(() => {
    if (at) notice.current?.focus()
  }, [at])

  return (
    <FormContext value={{ state, pending }}>
      <form
        action={dispatch}
        className={className}
        noValidate
        aria-label={label}
        aria-busy={pending}
      >
        {message && (
          <div
            ref={notice}
            tabIndex={-1}
            role={state.status === 'refused' ? 'alert' : 'status'}
            className={
              state.status === 'refused'
                ? 'rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm'
                : 'rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3'
            }
          >
            {message}
          </div>
        )}
        {children}
      </form>
    </FormContext>
  )
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
  /** The accessible name, where several buttons of a page read alike. */
  label?: string
  name?: string
  value?: string
  tone?: 'main' | 'quiet' | 'alarm' | 'plain'
}) {
  const { pending } = useFormState()
  const tones = {
    main: 'button button-main',
    quiet: 'button',
    alarm: 'button button-alarm',
    plain: 'button button-plain',
  }
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={pending}
      aria-label={label}
      className={tones[tone]}
    >
      {children}
    </button>
  )
}
