import { Search, X } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { ReactNode } from 'react'
import { type Choice, Choices } from '@/components/ui/choices'
import { AppliedAsChosen } from './applied-as-chosen'

/**
 * A filter: a plain form with its choices in the address, not in the browser's memory of the page before. A choice
 * applies at once.
 */
export function FilterForm({
  address,
  label,
  className = 'filter-line no-print',
  children,
}: {
  address: string
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <form
      action={address}
      autoComplete="off"
      role="search"
      aria-label={label}
      className={className}
    >
      {children}
      <AppliedAsChosen />
    </form>
  )
}

/** The words that are searched, with the button that applies them. */
export function FilterWords({
  words,
  label,
  submit,
}: {
  words: string
  label: string
  submit: string
}) {
  return (
    <label className="filter-words">
      <span className="sr-only">{label}</span>
      <input
        type="search"
        name="words"
        defaultValue={words}
        placeholder={label}
        dir="auto"
        className="input"
      />
      <button type="submit" aria-label={submit}>
        <Icon of={Search} size={18} />
      </button>
    </label>
  )
}

/** One choice; its first option, with an empty value, means no choice. */
export function FilterChoice({
  name,
  label,
  chosen,
  choices,
}: {
  name: string
  label: string
  chosen: string
  choices: readonly Choice[]
}) {
  return (
    <label>
      <span className="sr-only">{label}</span>
      <Choices
        name={name}
        chosen={chosen}
        choices={choices}
        className="input"
        data-chosen={chosen !== '' || undefined}
      />
    </label>
  )
}

type Chip = { name: string; text: string; label: string; href: string }

/** The active choices, each with a link that removes it (`label` names it), and a link that removes all. */
export function FilterChips({
  label,
  chips,
  clear,
}: {
  label: string
  chips: readonly Chip[]
  clear?: { href: string; text: string }
}) {
  if (chips.length === 0) return null
  return (
    <ul aria-label={label} className="chips no-print">
      {chips.map((chip) => (
        <li key={chip.name}>
          <a href={chip.href} aria-label={chip.label} className="chip">
            {chip.text} <Icon of={X} size={14} />
          </a>
        </li>
      ))}
      {clear && chips.length > 1 && (
        <li>
          <a href={clear.href} className="way">
            {clear.text}
          </a>
        </li>
      )}
    </ul>
  )
}
