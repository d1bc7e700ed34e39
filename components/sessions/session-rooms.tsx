'use client'

import { useSelectedLayoutSegment } from 'next/navigation'

/** Navigation of a session's rooms, with the current room marked. Works without JavaScript. */
export function SessionRooms({
  label,
  rooms,
}: {
  label: string
  rooms: readonly { href: string; label: string }[]
}) {
  const here = useSelectedLayoutSegment()
  const isHere = (href: string) => href.split('/')[3] === (here ?? undefined)
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-5 text-sm">
      {rooms.map((room) => (
        <a
          key={room.href}
          href={room.href}
          aria-current={isHere(room.href) ? 'page' : undefined}
          className="way aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {room.label}
        </a>
      ))}
    </nav>
  )
}
