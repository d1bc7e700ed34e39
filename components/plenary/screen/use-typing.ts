import { useEffect, useRef, useState } from 'react'
import { useLive } from '@/components/live/use-live'
import type { TypingView } from '@/lib/plenary/screen/concurrent-typing'
import type { TextDocument } from '@/lib/text/document/document'
import {
  beginTyping,
  type Held,
  play,
  type Typist,
  type TypistEffect,
  type TypistEvent,
} from './typist'

export type { Held } from './typist'

type Addresses = { typing: string; stream: string }

/** The text before the room as somebody types into it, by the rules of `play`; each pause sends it. */
export function useTyping(initial: TypingView, language: string, addresses: Addresses) {
  const [typist, setTypist] = useState<Typist>(() => beginTyping(initial))
  // Read and written between two renders.
  const now = useRef(typist)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const happens = (event: TypistEvent, isLeaving = false): void => {
    const [next, effects] = play(now.current, event, language)
    now.current = next
    setTypist(next)
    for (const effect of effects) {
      clearTimeout(timer.current)
      if (effect.does === 'wait')
        timer.current = setTimeout(() => happens({ type: 'due' }), effect.milliseconds)
      else void send(addresses.typing, effect, isLeaving).then((answer) => happens(answer))
    }
  }

  useLive(addresses.stream, (data) =>
    happens({ type: 'heard', view: JSON.parse(data) as TypingView | null }),
  )
  // Going on to another item leaves no words unsent.
  const leave = useRef(happens)
  useEffect(() => {
    leave.current = happens
  })
  useEffect(() => () => leave.current({ type: 'due' }, true), [])

  const { view, shown, mine, sent, held } = typist
  return {
    /** The text as the room sees it, marked; its last author, and its version. */
    view,
    /** A text with which the editor must replace its own. */
    shown,
    /** The text in the editor. */
    mine,
    sent,
    held,
    type: (body: TextDocument) => happens({ type: 'typed', body }),
    /** Sends the typed words at once: the person has left the editor. */
    flush: () => happens({ type: 'due' }),
    /** Replaces the text on the screen by a held one, or drops it. */
    decide: (held: Held, isTaken: boolean) => happens({ type: 'decided', held, isTaken }),
  }
}

/** Sends a text to the server and reports the result. */
async function send(
  address: string,
  { body, over }: Extract<TypistEffect, { does: 'send' }>,
  isLeaving: boolean,
): Promise<TypistEvent> {
  const { itemId: id, wording: baseNumber, version } = over
  try {
    const answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, baseNumber, version, body: JSON.stringify(body) }),
      keepalive: isLeaving,
    })
    const reply = (await answer.json()) as { version?: number; reason?: string; message?: string }
    if (reply.version !== undefined) return { type: 'stored', version: reply.version }
    if (answer.status >= 500) return { type: 'lost' }
    if (reply.reason !== 'conflict') return { type: 'refused', message: reply.message ?? '' }
    const others = await fetch(address)
    return { type: 'overtaken', view: (await others.json()) as TypingView | null }
  } catch {
    return { type: 'lost' }
  }
}
