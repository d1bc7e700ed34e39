import 'server-only'
import { env } from '@/lib/env'

/** The address for people who need help, or null if the operator gave none. */
export function contactAddress(): string | null {
  const { CONTACT_EMAIL, DEMONSTRATION } = env()
  return CONTACT_EMAIL ?? (DEMONSTRATION ? 'secretariat@secretariat.example' : null)
}
