import { typedEarly } from '@/components/keeping/typed-early'
import { type FormValues, isSecret } from '@/lib/http/form-state'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Asks the field inside the event's form to show another text. */
export const RESTORE = 'stocktake:restore'

/** Tells a form the ids of the new objects to which words that come back belong, before they are put back. */
export const SAME = 'stocktake:same'

/** Tells a form that words were put back. */
export const PUT_BACK = 'stocktake:put-back'

/** Tells the form on which it is dispatched that the server has the typed words. */
export const KEPT = 'stocktake:kept'

/** Fields with a hidden value from an editor. */
const EDITED = new Set(['body'])

/**
 * The name of a hidden field with all that a person has decided in a form, empty if that is nothing. A
 * form that has one keeps this field in place of the others, and hears by `RESTORE` of what is put back.
 */
export const HELD = 'held'

/** The words that a person typed, in the value of such a field. */
export function wordsHeld(held: string): string[] {
  try {
    return (JSON.parse(held) as { words?: string[] }).words ?? []
  } catch {
    return []
  }
}

const heldField = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${HELD}]`)

const nameOf = (name: string): string => name.replace(/\[\]$/, '')
const isTicked = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio'

/** The fields in which a person types or chooses, secrets apart; of a form that holds its state, that field alone. */
function typedFields(form: HTMLFormElement): Field[] {
  const held = heldField(form)
  if (held) return [held]
  return ([...form.elements] as Field[]).filter(
    (field) =>
      field.name !== '' &&
      !isSecret(nameOf(field.name)) &&
      (field.matches('input:not([type=hidden], [type=password], [type=file]), textarea, select') ||
        EDITED.has(field.name)),
  )
}

/** The fields of a form in which words stand, each with a name of its own. */
export function textFields(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  const fields = typedFields(form)
  return fields.filter(
    (field): field is HTMLInputElement | HTMLTextAreaElement =>
      field.matches('input:not([type=hidden], [type=checkbox], [type=radio]), textarea') &&
      fields.filter(({ name }) => name === field.name).length === 1,
  )
}

/** Whether words can be typed into the form at all: a form of buttons has nothing to keep. */
export const takesWords = (form: HTMLFormElement): boolean =>
  typedFields(form).some((field) => !isTicked(field))

/** The values of a form's fields, by name. */
export function typedValues(form: HTMLFormElement): FormValues {
  const values: FormValues = {}
  for (const field of typedFields(form)) {
    const name = nameOf(field.name)
    const isMany = field.name.endsWith('[]')
    if (isTicked(field) && !field.checked) {
      if (field.type === 'checkbox') values[name] ??= []
      continue
    }
    const earlier = values[name]
    if (isMany || Array.isArray(earlier)) values[name] = [earlier ?? [], field.value].flat()
    else values[name] = field.value
  }
  return values
}

/** The values that the page drew, before a person typed: null if a person typed before the page was awake. */
export function drawnValuesOf(form: HTMLFormElement): FormValues | null {
  if (heldField(form)) return { [HELD]: '' }
  return isTypedIn(form) ? null : typedValues(form)
}

/** Whether a person has typed or chosen anything that the page did not draw. */
export const isTypedIn = (form: HTMLFormElement): boolean =>
  typedEarly(form).some((field) => !isSecret(nameOf(field.name)))

/** The ids of the objects that the form would make, by field. */
export const newIdsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>('input[type=hidden][data-new]')].map(
      ({ name, value }) => [name, value],
    ),
  )

/** Puts kept values back into a form; says whether all found their place. */
export function restore(form: HTMLFormElement, values: FormValues): boolean {
  if (!heldField(form)) return fill(form, values)
  form.dispatchEvent(new CustomEvent(RESTORE, { detail: values[HELD] }))
  return true
}

/**
 * Restores values into the fields of a form, like typed input; says whether all found their field. A form that holds
 * its state draws its fields from it by itself.
 */
export function fill(form: HTMLFormElement, values: FormValues): boolean {
  if (heldField(form)) return true
  const remaining = new Map(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...value] : value,
    ]),
  )
  for (const field of typedFields(form)) {
    const name = nameOf(field.name)
    const value = remaining.get(name)
    if (value === undefined) continue
    if (isTicked(field))
      tick(field, Array.isArray(value) ? value.includes(field.value) : value === field.value)
    else if (Array.isArray(value)) write(field, value.shift() ?? field.value)
    else {
      if (EDITED.has(name) && value) form.dispatchEvent(new CustomEvent(RESTORE, { detail: value }))
      write(field, value)
    }
  }
  const names = new Set(typedFields(form).map((field) => nameOf(field.name)))
  const ticked = new Set(
    typedFields(form)
      .filter(isTicked)
      .map((field) => nameOf(field.name)),
  )
  return [...remaining].every(
    ([name, value]) =>
      names.has(name) && (ticked.has(name) || !Array.isArray(value) || value.length === 0),
  )
}

function tick(field: HTMLInputElement, checked: boolean): void {
  if (field.checked !== checked && !(field.type === 'radio' && !checked)) field.click()
}

/** Writes past React, which then hears of it as of a key that was pressed. */
function write(field: Field, value: string): void {
  if (field.value === value) return
  const prototype = Object.getPrototypeOf(field) as object
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }))
}

/**
 * The key of a form on the same page after a reload: its label, the names of its fields and the values on its object.
 * Ids that are new at each render have `data-new`.
 */
export function placeOfForm(form: HTMLFormElement): string {
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]:not([data-new])')]
    .filter(
      ({ name }) =>
        !CHANGES.has(name) && !name.startsWith('$') && !EDITED.has(name) && name !== HELD,
    )
    .map(({ name, value }) => `${name}=${value}`)
  const names = new Set(typedFields(form).map(({ name }) => name))
  names.delete('text')
  names.delete('body')
  return [location.pathname, form.ariaLabel ?? '', [...names].join(' '), ...hidden].join('|')
}
/** Hidden fields whose values change with each act: the version that guards the form's own act among them. */
export const CHANGES = new Set([
  'formId',
  'version',
  'baseNumber',
  'revisionNumber',
  'seen',
  'before',
])
