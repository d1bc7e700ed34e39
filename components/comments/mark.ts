import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'

/** Category and position as a comment bears them: "Substantive · Supports with a change". What is general or none is left out. */
export function markOf(
  t: (key: string) => string,
  { category, position }: { category: CommentCategory; position: CommentPosition | null },
): string {
  const facts = [
    ...(category === 'general' && position && position !== 'none'
      ? []
      : [t(`categories.${category}`)]),
    ...(position && position !== 'none' ? [t(`positions.${position}`)] : []),
  ]
  return facts.join(' · ')
}
