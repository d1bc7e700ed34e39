import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  beginKeeping,
  isSaved,
  keep,
  type Keeper,
  type KeeperEffect,
  type KeeperEvent,
  type Values,
} from '@/components/editor/keeper'
import { sendDraft } from '@/components/editor/send-draft'
import messages from '@/messages/en.json'
import type { LocalCopy } from '@/components/keeping/local-copies'
import { RUNS } from '@/tests/support/runs'

/** A server that holds a draft, like `saveDraft`: an older version is a conflict unless the server holds an unanswered save. */
class Server {
  version = 1
  holds: Values = { text: '' }

  save({ values, version, unanswered }: Extract<KeeperEffect, { does: 'send' }>): number | null {
    const isOwn =
      this.version > version && [...unanswered, values].some(({ text }) => text === this.holds.text)
    if (this.version !== version && !isOwn) return null
    this.holds = values
    return ++this.version
  }
}

/** A page on which somebody writes, its browser's memory, and the way to the server. */
class Page {
  keeper: Keeper = beginKeeping(1, { text: '' })
  copy: LocalCopy | null = null
  isWaiting = false
  onItsWay: Extract<KeeperEffect, { does: 'send' }> | null = null

  constructor(readonly server: Server) {}

  hears(event: KeeperEvent): void {
    const [keeper, effects] = keep(this.keeper, event)
    this.keeper = keeper
    for (const effect of effects) {
      if (effect.does === 'keep') this.copy = effect.copy
      else if (effect.does === 'forget') this.copy = null
      else if (effect.does === 'wait') this.isWaiting = true
      else this.onItsWay = effect
    }
  }

  /** The save on its way arrives or not, and its answer comes back or not. */
  answers(how: 'answered' | 'answerLost' | 'neverArrived'): void {
    const sent = this.onItsWay
    this.onItsWay = null
    if (!sent) return
    const version = how === 'neverArrived' ? null : this.server.save(sent)
    if (how !== 'answered') this.hears({ type: 'lost' })
    else if (version === null) this.hears({ type: 'conflict', message: 'Moved.' })
    else this.hears({ type: 'saved', version, at: 0 })
  }

  pauses(): void {
    this.isWaiting = false
    this.hears({ type: 'due' })
  }

  plays(step: string): void {
    if (step.startsWith('type '))
      this.hears({ type: 'typed', values: { text: step.slice(5) }, at: 0 })
    else if (step === 'pause') this.pauses()
    else this.answers(step as 'answered')
  }
}

const steps = fc.array(
  fc.oneof(
    fc.string({ maxLength: 3 }).map((text) => `type ${text}`),
    fc.constantFrom('pause', 'pause', 'answered', 'answerLost', 'neverArrived'),
  ),
  { maxLength: 30 },
)

describe('what is typed', () => {
  test('is at the server in the end, and nobody is told of a conflict with oneself', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const page = new Page(new Server())
        // More than eight lost answers do not come without an hour in between.
        const lost = played.filter((step) => step === 'answerLost' || step === 'neverArrived')
        fc.pre(lost.length <= 8)
        for (const step of played) page.plays(step)
        for (let more = 0; more < 4; more++) {
          page.answers('answered')
          page.pauses()
        }
        expect(page.keeper.state.is).not.toBe('conflict')
        expect(page.server.holds.text).toBe(page.keeper.typed.text)
        expect(isSaved(page.keeper)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  test('is in the browser for as long as the server has not told that it holds it', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const page = new Page(new Server())
        for (const step of played) {
          page.plays(step)
          const { typed, saved } = page.keeper
          if (typed.text !== saved.text) expect(page.copy?.values.text).toBe(typed.text)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('is sent by itself: while something is unsaved, it waits, is on its way or is refused', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const page = new Page(new Server())
        for (const step of played) {
          page.plays(step)
          if (step !== 'pause' && !isSaved(page.keeper))
            expect(page.isWaiting || page.onItsWay !== null).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('is never written over a colleague’s words', () => {
    const server = new Server()
    const page = new Page(server)
    page.plays('type mine')
    server.version = 2
    server.holds = { text: 'theirs' }
    page.pauses()
    page.answers('answered')
    expect(server.holds.text).toBe('theirs')
    expect(page.keeper.state).toMatchObject({ is: 'conflict' })
    expect(page.copy?.values.text).toBe('mine')
    page.plays('type mine still')
    expect(page.keeper.state.is).toBe('conflict')
  })

  test('stays in the browser when its answer comes while the page is left', () => {
    const page = new Page(new Server())
    page.plays('type words')
    page.pauses()
    page.hears({ type: 'leaves' })
    page.answers('answered')
    expect(page.copy?.values.text).toBe('words')
  })

  test('waits while the person is signed out, and is sent after', () => {
    const page = new Page(new Server())
    page.plays('type words')
    page.pauses()
    page.hears({ type: 'signedOut' })
    expect(page.keeper.state.is).toBe('signedOut')
    expect(page.isWaiting).toBe(true)
    page.pauses()
    page.answers('answered')
    expect(page.server.holds.text).toBe('words')
  })
})

describe('the answer of the server to a save', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('a draft in which one writes no more is told apart from a refused text', async () => {
    const event = async (status: number) => {
      const reply = { reason: 'invalid', message: 'Too long.' }
      vi.stubGlobal('document', new EventTarget())
      vi.stubGlobal('fetch', async () => new Response(JSON.stringify(reply), { status }))
      const save = { does: 'send', values: {}, version: 1, unanswered: [] } as const
      return (await sendDraft('/draft', save)).type
    }
    expect(await event(404)).toBe('gone')
    expect(await event(400)).toBe('refused')
    expect(await event(401)).toBe('signedOut')
    const page = new Page(new Server())
    page.plays('type words')
    page.hears({ type: 'gone' })
    expect(page.keeper).toMatchObject({ sending: null, state: { is: 'gone' } })
    expect(page.copy?.values).toEqual({ text: 'words' })
  })
})

test('every state of the saving has its sentence beside a draft and beside a comment', () => {
  const sentences = ['saved', 'saving', 'offline', 'signedOut', 'gone']
  expect(Object.keys(messages.editor.keeper)).toEqual(expect.arrayContaining(sentences))
  expect(Object.keys(messages.comments.keeping)).toEqual(expect.arrayContaining(sentences))
})
