import 'server-only'
import { env } from '@/lib/env'

/**
 * Whether this installation shows the demonstration, whose States are invented: only ever with the
 * embedded database, never with one's own.
 */
export const isDemonstration = (): boolean => env().DEMONSTRATION
