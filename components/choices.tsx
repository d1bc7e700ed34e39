import { html } from '@/lib/markup'

export type Choice = { value: string; label: string }

/** A list to choose from. Its options are letters, not elements: there may be two hundred States. */
export function Choices({
  name,
  chosen,
  choices,
  className,
}: {
  name: string
  chosen: string
  choices: readonly Choice[]
  className: string
}) {
  const options = choices.map(({ value, label }) =>
    value === chosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`,
  )
  return (
    <select
      name={name}
      className={className}
      dangerouslySetInnerHTML={{ __html: html`${options}`.text }}
    />
  )
}
