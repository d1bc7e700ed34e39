import type { FormAction } from '@/components/ui/form'

/** The acts on a piece. */
export type PieceActs = Record<
  'accept' | 'decide' | 'give' | 'dismiss' | 'reopen' | 'join' | 'cut',
  FormAction
>
