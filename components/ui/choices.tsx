import type { ComponentProps } from 'react'
import { html, type Markup } from '@/lib/html/safe-html'

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
  return <select {...select} dangerouslySetInnerHTML={{ __html: options(choices, chosen).text }} />
}

/** The options of such a list as letters, for markup. */
export function options(choices: readonly Choice[], chosen: string): Markup {
  const groups = new Map<string, Markup[]>()
  for (const { value, label, group = '' } of choices) {
    const option = html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
    const others = groups.get(group)
    if (others) others.push(option)
    else groups.set(group, [option])
  }
  return html`${[...groups].map(([group, inGroup]) =>
    group ? html`<optgroup label="${group}">${inGroup}</optgroup>` : html`${inGroup}`,
  )}`
}
