'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import messages from '@/messages/commands.en.json'
import { type Command, type CommandGroup, commandsFor } from './offered'
import { useFound } from './use-found'

/** Finds pages, proposals by their number and the acts of the page; hands on words to the search. */
export default function CommandMenu({ close }: { close: () => void }) {
  const [typed, setTyped] = useState('')
  const [groups, setGroups] = useState(() => commandsFor(''))
  const hits = useFound(typed)
  const allGroups = hits.length > 0 ? [...groups, { value: messages.found, items: hits }] : groups
  const type = (words: string) => {
    setTyped(words)
    setGroups(commandsFor(words))
  }
  const choose = ({ run }: Command) => {
    close()
    // The dialog gives the focus back to the page first.
    setTimeout(run)
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog" aria-label={messages.title}>
          <Autocomplete.Root
            open
            inline
            items={allGroups}
            filter={null}
            value={typed}
            onValueChange={type}
            autoHighlight="always"
            keepHighlight
            itemToStringValue={({ label }: Command) => label}
          >
            <Autocomplete.Input
              className="command-input"
              aria-label={messages.title}
              placeholder={messages.placeholder}
            />
            <Dialog.Close className="sr-only">{messages.close}</Dialog.Close>
            <Autocomplete.Empty>
              {allGroups.length === 0 && <p className="p-4 text-quiet">{messages.none}</p>}
            </Autocomplete.Empty>
            <Autocomplete.List className="command-list">
              {(group: CommandGroup) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="kicker px-4 pb-1 pt-3">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <Autocomplete.Item
                        key={`${command.value} ${command.label}`}
                        value={command}
                        onClick={() => choose(command)}
                        className="command"
                      >
                        {command.label}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
