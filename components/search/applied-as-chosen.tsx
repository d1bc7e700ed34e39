'use client'

import type { ReactNode } from 'react'

/** A form by GET whose selects apply as they are chosen; without script its button does. */
export const AppliedAsChosen = ({
  address,
  label,
  className,
  children,
}: {
  address: string
  label: string
  className?: string
  children: ReactNode
}) => (
  <form
    action={address}
    aria-label={label}
    autoComplete="off"
    className={className}
    onChange={(event) => {
      if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit()
    }}
  >
    {children}
  </form>
)
