import type { ComponentProps } from 'react'

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue'> & {
  value?: string
  defaultValue?: string
}

/**
 * A textarea that keeps words typed before hydration. React's hydration resets a textarea to its initial text (an input
 * keeps its value), but not if the text is an array of one string, which renders the same (see `initTextarea` in
 * react-dom).
 */
export function TextArea({ value, defaultValue, ...textarea }: TextAreaProps) {
  const text = value === undefined ? { defaultValue: [defaultValue ?? ''] } : { value: [value] }
  return <textarea {...textarea} {...text} />
}
