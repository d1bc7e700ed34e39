import type { Segment } from '@/lib/text/weave/weave'

/** The words of a woven text for one amendment, or for the base. */
export const wovenText = (segments: readonly Segment[], id: string | null): string =>
  segments
    .map((segment) =>
      segment.kind === 'kept'
        ? segment.text
        : (segment.alternatives.find(({ by }) => id !== null && by.includes(id))?.text ??
          segment.base),
    )
    .join('')

/** The same segments with sorted names. */
export const withoutOrder = (segments: readonly Segment[]): Segment[] =>
  segments.map((segment) => {
    if (segment.kind === 'kept') return segment
    const { parts, ...changed } = segment
    return {
      ...changed,
      alternatives: changed.alternatives.map(({ text, by }) => ({ text, by: by.toSorted() })),
      ...(parts && { parts: withoutOrder(parts) }),
    }
  })
