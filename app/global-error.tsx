'use client'

import { Failure } from './failure'
import './globals.css'

/** The frame itself failed: a page that needs nothing of it. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en" dir="ltr">
      <body className="p-8">
        <main>
          <Failure mark={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  )
}
