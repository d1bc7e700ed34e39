import type { ReactNode } from 'react'
import { HiddenValues } from '@/components/ui/form'
import { paths } from '@/lib/paths'

/** What next-auth reads of every form: its token, and where to go afterwards. */
export type ProofValues = { csrfToken: string; returnTo: string }

/**
 * A form that next-auth reads: a plain POST to its address, so that it works without JavaScript. It leads by way of the
 * page that asks for a code, which sends on at once whoever needs none.
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
  /** The sentence that refused what was sent before. */
  refused?: string | null
  className?: string
  children: ReactNode
}) {
  return (
    <form method="post" action={action} className={className}>
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
