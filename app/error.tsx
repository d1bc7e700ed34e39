'use client'

import { Failure } from './failure'

/** A page that failed, within the frame of the site. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <Failure mark={error.digest} retry={reset} />
}
