import 'server-only'
import { env } from '@/lib/env'

/** Where people write who need help, or null where the operator gave no address. */
export function contactAddress(): string | null {
  const { CONTACT_EMAIL, DEMONSTRATION } = env()
  return CONTACT_EMAIL ?? (DEMONSTRATION ? 'secretariat@secretariat.example' : null)
}
