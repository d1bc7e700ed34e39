import type { ComponentProps } from 'react'

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue'> & {
  value?: string
  defaultValue?: string
}

/**
 * A field of several lines in which stays what is typed before the page is awake. Where React takes over
 * the server's HTML it writes the first text back into such a field (an input's it leaves alone), but
 * not a text that is given as a list of one, which reads the same (see its initTextarea).
 */
export function TextArea({ value, defaultValue, ...textarea }: TextAreaProps) {
  const text = value === undefined ? { defaultValue: [defaultValue ?? ''] } : { value: [value] }
  return <textarea {...textarea} {...text} />
}
