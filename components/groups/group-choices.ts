/**
 * The choices of a form: the delegation alone (`none`), and the groups of States for which it may submit. A chosen
 * group without the right any more stays in sight; the submission refuses it.
 */
export function groupChoices(
  own: readonly { id: string; name: string }[],
  chosen: { id: string; name: string } | null,
  none: string,
): { value: string; label: string }[] {
  const isGone = chosen && !own.some(({ id }) => id === chosen.id)
  return [
    { value: '', label: none },
    ...[...own, ...(isGone ? [chosen] : [])].map(({ id, name }) => ({ value: id, label: name })),
  ]
}
