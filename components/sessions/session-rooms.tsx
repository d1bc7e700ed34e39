'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * Navigation of a session's rooms in one line, with the current room marked; on a narrow screen the line scrolls,
 * and the current room is brought into sight. Works without JavaScript.
 */
export function SessionRooms({
  label,
  rooms,
}: {
  label: string
  rooms: readonly { href: string; label: string }[]
}) {
  const here = useSelectedLayoutSegment()
  const isHere = (href: string) => href.split('/')[3] === (here ?? undefined)
  const line = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = line.current?.querySelector<HTMLElement>('[aria-current]')
    if (current) line.current!.scrollLeft = current.offsetLeft - 48
  }, [here])
  return (
    <nav ref={line} aria-label={label} className="session-rooms">
      {rooms.map((room) => (
        <a key={room.href} href={room.href} aria-current={isHere(room.href) ? 'page' : undefined}>
          {room.label}
        </a>
      ))}
    </nav>
  )
}
