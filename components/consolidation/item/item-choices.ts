import type { Choice } from '@/components/ui/choices'
import type { DeskHeading } from '@/lib/consolidation/views'

/** The items of the list to choose one from, under their headings. */
export const itemChoices = (
  headings: readonly DeskHeading[],
  none: string,
  except = '',
): Choice[] => [
  { value: '', label: none },
  ...headings.flatMap(({ title, items }) =>
    items
      .filter(({ id }) => id !== except)
      .map(({ id, text }) => ({ value: id, label: text.slice(0, 90), group: title })),
  ),
]
