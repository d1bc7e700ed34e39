'use client'

import { type Choice, Choices } from '@/components/ui/choices'
import type { InputHTMLAttributes, ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { sentValues, useFieldError, useFormState, useTyped } from './form'
import { TextArea, type TextAreaProps } from './text-area'

type Labelled = { name: string; label: string; hint?: ReactNode; defaultValue?: string }

/** A label, the input, its hint and the sentence that refuses it, tied together for a screen reader. */
function Labelled({
  id,
  name,
  label,
  hint,
  children,
}: Labelled & { id: string; children: ReactNode }) {
  const error = useFieldError(name)
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="max-w-prose text-sm text-quiet">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-alarm">
          {error}
        </p>
      )}
    </div>
  )
}

/** The attributes that tie an input to its label, hint and error. */
function useTied(name: string, hint: ReactNode) {
  const id = useId()
  const error = useFieldError(name)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  }
}

/** One line of text, a date, an e-mail address … */
export function Field({
  label,
  hint,
  defaultValue,
  name,
  ...input
}: Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'defaultValue'>) {
  const tied = useTied(name, hint)
  const typed = useTyped(name, defaultValue)
  const value = input.type === 'password' ? undefined : typed
  return (
    <Labelled id={tied.id} name={name} label={label} hint={hint}>
      <input {...input} {...tied} defaultValue={value} className="input" />
    </Labelled>
  )
}

/** Several lines of text. */
export function TextField({
  label,
  hint,
  defaultValue,
  name,
  rows = 4,
  ...textarea
}: Labelled & Omit<TextAreaProps, keyof Labelled | 'value'>) {
  const tied = useTied(name, hint)
  return (
    <Labelled id={tied.id} name={name} label={label} hint={hint}>
      <TextArea
        {...textarea}
        {...tied}
        rows={rows}
        defaultValue={useTyped(name, defaultValue)}
        className="input"
      />
    </Labelled>
  )
}

/**
 * A file. The chosen file stays chosen while the act is refused; a file beyond the limit is reported at once and not
 * sent.
 */
export function FileField({
  label,
  hint,
  name,
  accept,
  limit,
}: Omit<Labelled, 'defaultValue'> & {
  accept: string
  limit: { bytes: number; beyond: string }
}) {
  const tied = useTied(name, hint)
  const { state } = useFormState()
  const input = useRef<HTMLInputElement>(null)
  const transfer = useRef<DataTransfer>(null)
  const [isBeyond, setBeyond] = useState(false)
  // React empties the form after each act.
  useEffect(() => {
    if (state.status === 'done') transfer.current = null
    if (input.current && transfer.current) input.current.files = transfer.current.files
  }, [state])
  const choose = (field: HTMLInputElement) => {
    const file = field.files?.[0]
    setBeyond(file !== undefined && file.size > limit.bytes)
    transfer.current = null
    if (!file) return
    if (file.size > limit.bytes) field.value = ''
    else (transfer.current = new DataTransfer()).items.add(file)
  }
  return (
    <Labelled id={tied.id} name={name} label={label} hint={hint}>
      <input
        {...tied}
        ref={input}
        type="file"
        accept={accept}
        onChange={({ target }) => choose(target)}
        className="input"
      />
      {isBeyond && (
        <p role="alert" className="text-sm font-semibold text-alarm">
          {limit.beyond}
        </p>
      )}
    </Labelled>
  )
}

/** One of a list. An option with the value '' stands for "not chosen". */
export function SelectField({
  label,
  hint,
  defaultValue,
  name,
  options,
}: Labelled & { options: readonly Choice[] }) {
  const tied = useTied(name, hint)
  const { state } = useFormState()
  const typed = useTyped(name, defaultValue)
  return (
    <Labelled id={tied.id} name={name} label={label} hint={hint}>
      <Choices
        {...tied}
        key={state.status === 'idle' ? 0 : state.at}
        chosen={typed}
        choices={options}
        className="input"
      />
    </Labelled>
  )
}

/** One of few, all in sight. */
export function ChoiceField({
  label,
  hint,
  defaultValue,
  name,
  options,
}: Labelled & { options: readonly Choice[] }) {
  const tied = useTied(name, hint)
  const typed = useTyped(name, defaultValue)
  const error = useFieldError(name)
  const { state } = useFormState()
  return (
    <fieldset
      aria-describedby={tied['aria-describedby']}
      key={state.status === 'idle' ? 0 : state.at}
    >
      <legend className="mb-1.5 text-sm font-semibold">{label}</legend>
      {hint && (
        <p id={`${tied.id}-hint`} className="mb-1 text-sm text-quiet">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === typed}
              className="size-4 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${tied.id}-error`} className="text-sm font-semibold text-alarm">
          {error}
        </p>
      )}
    </fieldset>
  )
}

/** Yes or no. Sends "on" when ticked, nothing otherwise. */
export function CheckField({
  label,
  name,
  defaultChecked,
}: {
  label: ReactNode
  name: string
  defaultChecked?: boolean
}) {
  const { state } = useFormState()
  const values = sentValues(state)
  const typed = values ? Boolean(values[name]) : defaultChecked
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        key={state.status === 'idle' ? 0 : state.at}
        type="checkbox"
        name={name}
        defaultChecked={typed}
        className="size-4 shrink-0 accent-accent"
      />
      <span>{label}</span>
    </label>
  )
}

/** Any number of several. Sends the values that are ticked under `name[]`. */
export function CheckGroup({
  name,
  legend,
  hint,
  options,
}: {
  name: string
  legend: string
  hint?: string
  options: readonly { value: string; label: ReactNode; checked: boolean }[]
}) {
  const { state } = useFormState()
  const error = useFieldError(name)
  const values = sentValues(state)
  const typed = values ? [values[name] ?? []].flat() : null
  return (
    <fieldset key={state.status === 'idle' ? 0 : state.at}>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      {hint && <p className="mb-1 max-w-prose text-sm text-quiet">{hint}</p>}
      {options.map(({ value, label, checked }) => (
        <label key={value} className="flex min-h-11 items-start gap-2 py-2.5">
          <input
            type="checkbox"
            name={`${name}[]`}
            value={value}
            defaultChecked={typed ? typed.includes(value) : checked}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span className="min-w-0 grow">{label}</span>
        </label>
      ))}
      {error && <p className="text-sm font-semibold text-alarm">{error}</p>}
    </fieldset>
  )
}

/** The sentence that refuses a field whose inputs stand outside of its form. */
export function FieldRefusal({ name }: { name: string }) {
  const error = useFieldError(name)
  return error && <p className="text-sm font-semibold text-alarm">{error}</p>
}

/** A box that confirms the server's question; it appears only after the question. */
export function AskedField({ name, label }: { name: string; label: string }) {
  const { state } = useFormState()
  const isAsked = state.status === 'refused' && Boolean(state.fields[name] || state.values[name])
  return isAsked ? <CheckField name={name} label={label} /> : null
}
