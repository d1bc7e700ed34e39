import type { FormAction } from '@/components/ui/form'

/** The permitted acts of the reader; `disagree` is null for people without the right, and once the list is adopted. */
export type DelegationViewActs = {
  slug: string
  delegation: string
  adopted: boolean
  disagree: { state: FormAction; withdraw: FormAction } | null
}
