import { isSameText, mergeTyping, type TypingView } from '@/lib/plenary/screen/concurrent-typing'
import type { TextDocument } from '@/lib/text/document/document'

/** Whether the editor's text is on everybody's screen; `refused` with the server's sentence. */
export type Sent = 'idle' | 'sending' | 'sent' | 'waiting' | { refused: string }

/** The second typist's text for words that the first had changed meanwhile, and the name of the first. */
export type Held = { body: TextDocument; by: string }

/** One console with a typist, as far as it knows. */
export type Typist = {
  /** The text as the room sees it. */
  view: TypingView
  /** The server's version of this text, over which the next text is sent. */
  known: TypingView
  /** The text in the editor. */
  mine: TextDocument
  /** A text with which the editor must replace its own. */
  shown: TextDocument | undefined
  /** The text being sent. */
  sending: TextDocument | null
  /** The news of others while this was on its way. */
  heard: TypingView | null
  held: readonly Held[]
  sent: Sent
}

export type TypistEvent =
  | { type: 'typed'; body: TextDocument }
  /** A pause is over, or the person has left the editor. */
  | { type: 'due' }
  | { type: 'heard'; view: TypingView | null }
  | { type: 'stored'; version: number }
  /** Somebody was faster; `view` is the present text, or null if another item is before the room. */
  | { type: 'overtaken'; view: TypingView | null }
  | { type: 'refused'; message: string }
  | { type: 'lost' }
  /** Replaces the text on the screen by a held one, or drops it. */
  | { type: 'decided'; held: Held; isTaken: boolean }

export type TypistEffect =
  | { does: 'send'; body: TextDocument; over: TypingView }
  | { does: 'wait'; milliseconds: number }

export const PAUSE = 250
export const RETRY = 2_000

export const beginTyping = (initial: TypingView): Typist => ({
  view: initial,
  known: initial,
  mine: initial.body,
  shown: undefined,
  sending: null,
  heard: null,
  held: [],
  sent: 'idle',
})

/** The words of the editor that the server does not have, on their way or refused; null if it has them all. */
export const unsent = ({ mine, known }: Typist): TextDocument | null =>
  isSameText(mine, known.body) ? null : mine

type Step = [Typist, TypistEffect[]]

/**
 * The rules of typing into the text before the room while others may type too. One text is on its way at a time; words
 * of others are merged into the editor; no typed word is lost: a failed send is retried, and a text that others
 * overtook is `held`.
 */
export function play(typist: Typist, event: TypistEvent, language: string): Step {
  switch (event.type) {
    case 'typed':
      return [{ ...typist, mine: event.body }, [wait(PAUSE)]]
    case 'due':
      return send(typist)
    case 'heard':
      return hear(typist, event.view, language)
    case 'stored':
      return stored(typist, event.version, language)
    case 'overtaken':
      return hear(
        { ...typist, sending: null, sent: 'idle' },
        later(event.view, typist.heard),
        language,
      )
    case 'refused':
      return hear(
        { ...typist, sending: null, heard: null, sent: { refused: event.message } },
        typist.heard,
        language,
      )
    case 'lost':
      return [{ ...typist, sending: null, sent: 'waiting' }, [wait(RETRY)]]
    case 'decided':
      return decide(typist, event.held, event.isTaken)
  }
}

const wait = (milliseconds: number): TypistEffect => ({ does: 'wait', milliseconds })

const later = (a: TypingView | null, b: TypingView | null): TypingView | null =>
  a && b && b.at > a.at ? b : (a ?? b)

function send(typist: Typist): Step {
  const { known, mine, sending } = typist
  if (sending || isSameText(mine, known.body)) return [typist, []]
  return [
    { ...typist, sending: mine, sent: 'sending' },
    [{ does: 'send', body: mine, over: known }],
  ]
}

function stored(typist: Typist, version: number, language: string): Step {
  const { known, sending, heard } = typist
  const body = sending ?? known.body
  const next: Typist = {
    ...typist,
    known: { ...known, body, version, at: version, typedOver: known.wording },
    view: { ...typist.view, version, typedOver: known.wording },
    sending: null,
    heard: null,
    sent: 'sent',
  }
  const more = isSameText(next.mine, body) ? [] : [wait(0)]
  const [after, effects] = hear(next, heard, language)
  return [after, [...more, ...effects]]
}

/** Merges the typed words of others into the editor's text. */
function hear(typist: Typist, theirs: TypingView | null, language: string): Step {
  const { known, mine, sending } = typist
  // Another item is before the room: the page is rendered anew, and this text stays with its item.
  if (!theirs || theirs.itemId !== known.itemId || theirs.at < known.at) return [typist, []]
  if (theirs.at === known.at) return [{ ...typist, view: theirs }, []]
  if (sending) return [{ ...typist, heard: later(theirs, typist.heard) }, []]
  const merged = mergeTyping({ before: known.body, mine, theirs: theirs.body }, language)
  const next: Typist = {
    ...typist,
    known: theirs,
    view: theirs,
    heard: null,
    mine: merged.shown,
    shown: isSameText(merged.shown, mine) ? typist.shown : merged.shown,
    held: merged.held ? [...typist.held, { body: merged.held, by: theirs.by }] : typist.held,
  }
  return [next, isSameText(merged.shown, theirs.body) ? [] : [wait(0)]]
}

function decide(typist: Typist, held: Held, isTaken: boolean): Step {
  const left = { ...typist, held: typist.held.filter((version) => version !== held) }
  return isTaken ? [{ ...left, shown: held.body, mine: held.body }, [wait(0)]] : [left, []]
}
