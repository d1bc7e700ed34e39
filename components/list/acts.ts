import type { FormAction } from '@/components/ui/form'

/** The server actions of compiling the preliminary list. */
export type CompilingActs = Record<
  'place' | 'changeItem' | 'moveItem' | 'dragItem' | 'add' | 'rename' | 'moveWhole' | 'removeWhole',
  FormAction
>
