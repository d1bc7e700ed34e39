import { CHANGES, textFields } from './form-fields'

/** What a form drew when a person began to type into it: the versions that guard its act, and its texts by name. */
export type Basis = { guards: Record<string, string>; texts: Record<string, string> }

/** A text of the form that somebody else changed while a person wrote over the earlier one. */
export type MovedText = { name: string; label: string; text: string }

/** What the form draws now, whatever was typed over it. The version of a draft moves with each saving of the person's own. */
export const basisOf = (form: HTMLFormElement): Basis => ({
  guards: Object.fromEntries(
    form.querySelector('[data-draft]')
      ? []
      : [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')]
          .filter(({ name }) => CHANGES.has(name) && name !== 'formId')
          .map(({ name, value }) => [name, value]),
  ),
  texts: Object.fromEntries(textFields(form).map(({ name, defaultValue }) => [name, defaultValue])),
})

/**
 * The texts that stand in the form otherwise than what the person wrote over: the act would replace them, and its
 * guard would let it, since the page draws the newer version. Empty while the guard is that of the first word.
 */
export function movedTexts(basis: Basis, form: HTMLFormElement): MovedText[] {
  const now = basisOf(form)
  const isMoved = Object.entries(now.guards).some(
    ([name, value]) => (basis.guards[name] ?? value) !== value,
  )
  if (!isMoved) return []
  return textFields(form)
    .filter(
      ({ name, value, defaultValue }) =>
        (basis.texts[name] ?? defaultValue) !== defaultValue && value !== defaultValue,
    )
    .map((field) => ({
      name: field.name,
      label: field.labels?.[0]?.textContent ?? '',
      text: field.defaultValue,
    }))
}

/** The kept values that the person had changed: what was left alone follows what the page draws now. */
export const changedValues = <Value>(
  values: Record<string, Value>,
  basis: Basis | undefined,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => basis?.texts[name] !== value))
