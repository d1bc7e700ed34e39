import { translations } from '@/lib/messages'

const keys = [
  ['search', '/'],
  ['command', 'Ctrl K', '⌘ K'],
  ['help', '?'],
  ['rows', 'J', 'K'],
  ['done', 'E'],
  ['close', 'Esc'],
] as const

/** What keys do; the same list opens on any page by "?". */
export function KeyboardKeys() {
  const t = translations('help.keys')
  return (
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
          <dd>{t(name)}</dd>
        </div>
      ))}
    </dl>
  )
}
