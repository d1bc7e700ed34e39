import 'server-only'
import { env } from '@/lib/env'

/**
 * Whether this installation shows the demonstration, with invented States: only with the embedded database, never with
 * an external one.
 */
export const isDemonstration = (): boolean => env().DEMONSTRATION
