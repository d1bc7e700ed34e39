'use client'

import { Dialog } from '@base-ui/react/dialog'
import { KeyboardKeys } from '@/components/help/keyboard-keys'
import messages from '@/messages/commands.en.json'

/** The keys, over any page. */
export default function KeyboardDialog({ close }: { close: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog p-6">
          <Dialog.Title className="mb-4 font-serif text-xl font-semibold">
            {messages.keyboard}
          </Dialog.Title>
          <KeyboardKeys />
          <Dialog.Close className="button mt-6">{messages.close}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
