import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beginTyping,
  play,
  type Typist,
  type TypistEffect,
  type TypistEvent,
  unsent,
} from '@/components/plenary/screen/typist'
import type { TypingView } from '@/lib/plenary/screen/concurrent-typing'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { fromMarked } from '@/lib/text/document/marked'
import { RUNS } from '@/tests/support/runs'

const BASE = 'Member States should share evidence without delay where their laws allow it.'
const document = (text: string): TextDocument => fromMarked(text)

/** The text before the room, as the server keeps it: a text over an older version is refused. */
class Room {
  at = 1
  version = 0
  body = document(BASE)
  by = ''
  consoles: Console[] = []

  view = (): TypingView => ({
    itemId: 'item',
    wording: 1,
    typedOver: 1,
    body: this.body,
    version: this.version,
    by: this.by,
    at: this.at,
    paragraphs: [],
  })

  store({ body, over }: Extract<TypistEffect, { does: 'send' }>, by: string): number | null {
    if (over.version !== this.version) return null
    this.body = body
    this.version = this.at = this.at + 1
    this.by = by
    return this.version
  }
}

class Console {
  typist: Typist
  isWaiting = false
  onItsWay: Extract<TypistEffect, { does: 'send' }> | null = null
  typed: string[] = []

  constructor(
    readonly room: Room,
    readonly name: string,
  ) {
    this.typist = beginTyping(room.view())
    room.consoles.push(this)
  }

  happens(event: TypistEvent): void {
    const [next, effects] = play(this.typist, event, 'en')
    this.typist = next
    for (const effect of effects)
      if (effect.does === 'wait') this.isWaiting = true
      else this.onItsWay = effect
  }

  /** Puts a word that nobody else types after one of the words that stand here. */
  types(place: number, word: string): void {
    const words = plainText(this.typist.mine).split(' ')
    words.splice(place % words.length, 0, word)
    this.typed.push(word)
    this.happens({ type: 'typed', body: document(words.join(' ')) })
  }

  pauses(): void {
    this.isWaiting = false
    this.happens({ type: 'due' })
  }

  answers(how: 'answered' | 'answerLost' | 'neverArrived'): void {
    const sent = this.onItsWay
    this.onItsWay = null
    if (!sent) return
    const version = how === 'neverArrived' ? null : this.room.store(sent, this.name)
    if (how !== 'answered') this.happens({ type: 'lost' })
    else if (version === null) this.happens({ type: 'overtaken', view: this.room.view() })
    else this.happens({ type: 'stored', version })
  }

  hears = () => this.happens({ type: 'heard', view: this.room.view() })
}

const steps = fc.array(
  fc.record({
    who: fc.nat(1),
    does: fc.constantFrom(
      'type',
      'type',
      'pause',
      'answered',
      'answerLost',
      'neverArrived',
      'hear',
    ),
    place: fc.nat(20),
  }),
  { maxLength: 30 },
)

/** Plays the acts at two consoles, then delivers all messages. */
function played(all: { who: number; does: string; place: number }[]): Room {
  const room = new Room()
  const consoles = [new Console(room, 'one'), new Console(room, 'other')]
  all.forEach(({ who, does, place }, at) => {
    const screen = consoles[who]!
    if (does === 'type') screen.types(place, `word${at}`)
    else if (does === 'pause') screen.pauses()
    else if (does === 'hear') screen.hears()
    else screen.answers(does as 'answered')
  })
  for (let round = 0; round < 8; round++)
    for (const each of consoles) {
      each.answers('answered')
      each.hears()
      each.pauses()
    }
  return room
}

describe('who types into the text before the room', () => {
  test('has the same before them as the room in the end', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const room = played(all)
        for (const { typist } of room.consoles)
          expect(plainText(typist.mine)).toBe(plainText(room.body))
      }),
      { numRuns: Math.min(RUNS, 2_000) },
    )
  })

  test('loses no word: each is on the screen, or held for whoever typed it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const room = played(all)
        for (const { typist, typed } of room.consoles) {
          const kept = [room.body, ...typist.held.map(({ body }) => body)].map(plainText).join(' ')
          for (const word of typed) expect(kept.split(/[ .]/)).toContain(word)
        }
      }),
      { numRuns: Math.min(RUNS, 2_000) },
    )
  })

  test('is not answered by an older view, nor by one of another item', () => {
    const room = new Room()
    const screen = new Console(room, 'one')
    const older = { ...room.view(), at: 0, body: document('Older words.') }
    screen.happens({ type: 'heard', view: older })
    screen.happens({ type: 'heard', view: { ...room.view(), itemId: 'another', at: 9 } })
    screen.happens({ type: 'heard', view: null })
    expect(plainText(screen.typist.mine)).toBe(BASE)
  })

  test('may take what was held, or let go of it', () => {
    const room = new Room()
    const screen = new Console(room, 'one')
    const held = { body: document('Other words.'), by: 'other' }
    screen.typist = { ...screen.typist, held: [held] }
    const before = screen.typist
    screen.happens({ type: 'decided', held, isTaken: false })
    expect(screen.typist).toMatchObject({ held: [], mine: before.mine })
    screen.typist = before
    screen.happens({ type: 'decided', held, isTaken: true })
    screen.pauses()
    screen.answers('answered')
    expect(plainText(room.body)).toBe('Other words.')
  })

  test('reads why the server refused, and is sent again when more is typed', () => {
    const screen = new Console(new Room(), 'one')
    screen.types(0, 'word')
    screen.pauses()
    screen.happens({ type: 'refused', message: 'Too long.' })
    expect(screen.typist.sent).toEqual({ refused: 'Too long.' })
    screen.types(0, 'more')
    expect(screen.isWaiting).toBe(true)
  })
})

test('words that the server does not have are known, until it has them', () => {
  const room = new Room()
  const typed = (typist: Typist, event: TypistEvent) => play(typist, event, 'en')[0]
  const mine = document(`${BASE} At once.`)
  const typing = typed(beginTyping(room.view()), { type: 'typed', body: mine })
  expect(unsent(beginTyping(room.view()))).toBeNull()
  expect(unsent(typing)).toBe(mine)
  const sending = typed(typing, { type: 'due' })
  expect(unsent(sending)).toBe(mine)
  // The item was agreed before they arrived.
  expect(unsent(typed(sending, { type: 'refused', message: 'Agreed.' }))).toBe(mine)
  expect(unsent(typed(sending, { type: 'stored', version: 2 }))).toBeNull()
})
