'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'

/**
 * A sheet that asks before an act of a State: at the foot of a phone's screen, in the middle of a wide
 * one. `children` draws the form around the button that closes the sheet. Escape closes it too. Without
 * script the act's own page asks the same.
 */
export default function AskedSheet({
  title,
  means,
  cancel,
  onClose,
  children,
}: {
  title: string
  /** The content to be shown, and its readers. */
  means: string
  cancel: string
  onClose: () => void
  children: (cancel: ReactNode) => ReactNode
}) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="sheet-backdrop" />
        <AlertDialog.Popup className="asked-sheet">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mb-5 mt-2 max-w-prose">
            {means}
          </AlertDialog.Description>
          {children(<AlertDialog.Close className="button">{cancel}</AlertDialog.Close>)}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
