'use client'

import type { ComponentProps } from 'react'

export type Choice = { value: string; label: string; group?: string }

/**
 * A select; options with a group stand under it, groups in the order of their first option. A client component, so
 * that a page with hundreds of options sends their values and not their elements.
 */
export function Choices({
  chosen,
  choices,
  ...select
}: { chosen: string; choices: readonly Choice[] } & Omit<
  ComponentProps<'select'>,
  'children' | 'defaultValue' | 'value'
>) {
  const groups = new Map<string, Choice[]>()
  for (const choice of choices) {
    const { group = '' } = choice
    const siblings = groups.get(group)
    if (siblings) siblings.push(choice)
    else groups.set(group, [choice])
  }
  return (
    <select {...select} defaultValue={chosen}>
      {[...groups].map(([group, inGroup]) => {
        const options = inGroup.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))
        return group ? (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        ) : (
          options
        )
      })}
    </select>
  )
}
