'use client'

import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react'
import { HiddenValues } from '@/components/ui/form'
import { paths } from '@/lib/paths'

/** The fields that next-auth reads of every form: its token, and the next address. */
export type ProofValues = { csrfToken: string; returnTo: string }

/**
 * A form that next-auth reads: a plain POST to its address, so that it works without JavaScript. It leads by way of the
 * page that asks for a code, which redirects at once people who need none. With a script the button that was pressed
 * waits, and a second press sends nothing.
 */
export function ProofForm({
  action,
  proof,
  refused = null,
  className = 'grid gap-5',
  children,
}: {
  action: string
  proof: ProofValues
  /** The sentence that refused the values sent before. */
  refused?: string | null
  className?: string
  children: ReactNode
}) {
  const sentBy = useRef<HTMLElement | null>(null)
  useEffect(() => {
    // The way back shows the page as it was left.
    const comesBack = () => {
      sentBy.current?.removeAttribute('data-pending')
      sentBy.current = null
    }
    window.addEventListener('pageshow', comesBack)
    return () => window.removeEventListener('pageshow', comesBack)
  }, [])
  const sends = (event: SubmitEvent<HTMLFormElement>) => {
    if (sentBy.current) return event.preventDefault()
    sentBy.current = event.nativeEvent.submitter
    sentBy.current?.setAttribute('data-pending', '')
  }
  return (
    <form method="post" action={action} className={className} onSubmit={sends}>
      <HiddenValues
        values={{ csrfToken: proof.csrfToken, callbackUrl: paths.signInCode(proof.returnTo) }}
      />
      {refused && (
        <div
          role="alert"
          tabIndex={-1}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sentence is what the page is about.
          autoFocus
          className="rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm"
        >
          {refused}
        </div>
      )}
      {children}
    </form>
  )
}
