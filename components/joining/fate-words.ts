import type { FateView } from '@/lib/amendments/joining/desk'

/** A message of `joining.desk`, as either side reads it. */
type Translate = (
  key: `fates.${NonNullable<FateView['fate']> | 'none'}`,
  values: { so: string; count: number },
) => string

/** The fate of a suggestion in words; one that is decided in part says so, with the number of open places. */
export const fateWords = (t: Translate, { fate, so, open }: FateView): string =>
  t(`fates.${fate ?? 'none'}`, { so, count: open })
