// On any page these sentences come with the script that shows them, at the first press of a key.
import messages from '@/messages/commands.en.json'

const keys = [
  ['search', '/'],
  ['command', 'Ctrl K', '⌘ K'],
  ['help', '?'],
  ['rows', 'J', 'K'],
  ['done', 'E'],
  ['close', 'Esc'],
] as const

/** The list of keys. */
export const KeyboardKeys = () => (
  <dl className="grid gap-y-2">
    {keys.map(([name, ...presses]) => (
      <div key={name} className="grid grid-cols-[8rem_1fr] items-baseline gap-4">
        <dt className="flex gap-1">
          {presses.map((press) => (
            <kbd key={press} className="key">
              {press}
            </kbd>
          ))}
        </dt>
        <dd>{messages.keys[name]}</dd>
      </div>
    ))}
  </dl>
)
