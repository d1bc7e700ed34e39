'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** The longest time that a browser's timer can wait. */
const LONGEST = 2_000_000_000

/**
 * Renders the page again after an instant, counted from the server's render by the database's clock: the clock of the
 * computer does not matter.
 */
export function TurnsAt({ after }: { after: readonly number[] }) {
  const router = useRouter()
  const key = after.join(' ')
  useEffect(() => {
    const timers = key
      .split(' ')
      .map(Number)
      .filter((milliseconds) => milliseconds > 0 && milliseconds < LONGEST)
      .map((milliseconds) => setTimeout(() => router.refresh(), milliseconds + 500))
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [key, router])
  return null
}
