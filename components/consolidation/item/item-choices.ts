import type { Choice } from '@/components/ui/choices'
import type { DeskHeading, DeskItem } from '@/lib/consolidation/views'

/** The items of the list to choose one from, under their headings; those that `offered` answers for. */
export const itemChoices = (
  headings: readonly DeskHeading[],
  none: string,
  offered: (item: DeskItem) => boolean = () => true,
): Choice[] => [
  { value: '', label: none },
  ...headings.flatMap(({ title, items }) =>
    items
      .filter(offered)
      .map(({ id, text }) => ({ value: id, label: text.slice(0, 90), group: title })),
  ),
]
