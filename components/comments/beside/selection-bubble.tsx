'use client'

import { Popover } from '@base-ui/react/popover'
import { MessageSquarePlus } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { SelectedWords } from './selected-words'

/** The act on the selected words, at the selection. It takes neither the focus nor the selection away. */
export default function SelectionBubble({
  selected,
  label,
  take,
}: {
  selected: SelectedWords
  label: string
  take: () => void
}) {
  return (
    <Popover.Root open modal={false}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={{ getBoundingClientRect: () => anchorOf(selected.range) }}
          side="bottom"
          sideOffset={8}
          collisionPadding={12}
          className="no-print z-20"
        >
          <Popover.Popup initialFocus={false} finalFocus={false} aria-label={label}>
            <button
              type="button"
              className="button button-main shadow-lg"
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={take}
            >
              <Icon of={MessageSquarePlus} size={18} />
              {label}
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The end of the selection on the screen: the last of its lines. */
function anchorOf(range: Range): DOMRect {
  const lines = range.getClientRects()
  return lines[lines.length - 1] ?? range.getBoundingClientRect()
}
