type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * The fields of a form with a value different from the rendered one (of radio buttons, the chosen one), because it was
 * typed before hydration or restored by the browser. Call it right after hydration.
 */
export const typedEarly = (form: HTMLFormElement): Field[] =>
  ([...form.elements] as Field[]).filter(
    (field) => field.matches('input:not([type=hidden]), textarea, select') && isChanged(field),
  )

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const drawnIndex = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, drawnIndex)
  }
  if (field.type === 'radio') return field.matches(':checked') && !field.matches('[checked]')
  if (field.type === 'checkbox') return field.matches(':checked') !== field.matches('[checked]')
  return field.value !== field.defaultValue
}
