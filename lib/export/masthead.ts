import type { Paper } from '@/lib/export/paper'
import { phrases } from '@/lib/export/phrases'

/** The part of a symbol that is printed large: the part before its first stroke, "A" of A/HRC/43/15. */
export const symbolRoot = (symbol: string): string => symbol.split('/')[0] ?? ''

/** The lines beside the head: distribution (full masthead only), date, a free line, original language. */
export function distributionLines({ masthead, language }: Paper): string[] {
  const { distribution, distributions, original } = phrases(language)
  return [
    ...(masthead.kind === 'full'
      ? [`${distribution} ${distributions[masthead.distribution]}`]
      : []),
    masthead.date,
    '',
    `${original} ${masthead.original}`,
  ]
}
