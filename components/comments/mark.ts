import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'

/** Category and position of a comment: "Substantive · Supports with a change". "General" and "none" are left out. */
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
