import type { FormAction } from '@/components/ui/form'

/** What can be said of a piece. */
export type PieceActs = Record<
  'accept' | 'decide' | 'give' | 'dismiss' | 'reopen' | 'join' | 'cut',
  FormAction
>
