import type { FormAction } from '@/components/ui/form'

/** What the reader may do here; `disagree` is null for whoever may not, and once the list is adopted. */
export type DelegationViewActs = {
  slug: string
  delegation: string
  adopted: boolean
  disagree: { state: FormAction; withdraw: FormAction } | null
}
