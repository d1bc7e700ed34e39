import type { ComponentProps } from 'react'
import { html, type Markup } from '@/lib/markup'

export type Choice = { value: string; label: string; group?: string }

/** A list to choose from. Its options are letters, not elements: there may be two hundred States, or a thousand items. */
export function Choices({
  chosen,
  choices,
  ...select
}: { chosen: string; choices: readonly Choice[] } & Omit<
  ComponentProps<'select'>,
  'children' | 'defaultValue' | 'value'
>) {
  const groups = new Map<string, Markup[]>()
  for (const { value, label, group = '' } of choices) {
    const option =
      value === chosen
        ? html`<option value="${value}" selected>${label}</option>`
        : html`<option value="${value}">${label}</option>`
    const others = groups.get(group)
    if (others) others.push(option)
    else groups.set(group, [option])
  }
  const letters = html`${[...groups].map(([group, options]) =>
    group ? html`<optgroup label="${group}">${options}</optgroup>` : html`${options}`,
  )}`
  return <select {...select} dangerouslySetInnerHTML={{ __html: letters.text }} />
}
