import type { LocalCopy } from '@/components/keeping/local-copies'

/** The fields of a draft's form, by name. */
export type Values = Record<string, string>

/** The news to the person. */
export type Told =
  | { is: 'quiet' | 'unsaved' | 'saving' | 'offline' | 'signedOut' | 'gone' }
  | { is: 'saved'; at: number }
  | { is: 'refused' | 'conflict'; message: string }

/** The progress of a draft from its form to the server. */
export type Keeper = {
  /** The version that the server last told, over which the next save writes. */
  version: number
  /** The server's values, as far as it told. */
  saved: Values
  typed: Values
  /** Saves without an answer: the server may hold one of these. The latest last. */
  unanswered: readonly Values[]
  /** The save on its way; one at a time, so that nobody meets a version of their own making. */
  sending: Values | null
  /** Whether the page is being left: an answer then tells the next page nothing. */
  isLeft: boolean
  state: Told
}

export type KeeperEvent =
  | { type: 'typed'; values: Values; at: number }
  /** A pause is over, the connection is back or a button was pressed. */
  | { type: 'due' }
  | { type: 'saved'; version: number; at: number }
  | { type: 'refused' | 'conflict'; message: string }
  /** No answer, or one of a server that failed: the save may have been done. */
  | { type: 'lost' }
  | { type: 'signedOut' }
  /** The draft is no longer one in which this person writes. */
  | { type: 'gone' }
  | { type: 'leaves' }

/** The component's next steps. */
export type KeeperEffect =
  | { does: 'send'; values: Values; version: number; unanswered: readonly Values[] }
  | { does: 'wait'; milliseconds: number }
  | { does: 'keep'; copy: LocalCopy }
  | { does: 'forget' }

/** After the last key; and between two tries. */
export const PAUSE = 1_200
export const RETRY = 8_000
/** The most lost saves to tell the server; older ones were over long ago. */
const MOST_UNANSWERED = 8

export const beginKeeping = (version: number, values: Values): Keeper => ({
  version,
  saved: values,
  typed: values,
  unanswered: [],
  sending: null,
  isLeft: false,
  state: { is: 'quiet' },
})

type Step = [Keeper, KeeperEffect[]]

/** Whether the server holds all that was typed, as it told: after a lost save that is not known. */
export const isSaved = ({ typed, saved, sending, unanswered }: Keeper): boolean =>
  sending === null && unanswered.length === 0 && areSame(typed, saved)

/**
 * The rules by which a draft is kept: at once in the browser, after a pause on the server; a save without an answer is
 * retried with the saves that may have arrived; a colleague's version is never overwritten. The browser deletes its
 * copy only when the server has confirmed the same words.
 */
export function keep(keeper: Keeper, event: KeeperEvent): Step {
  switch (event.type) {
    case 'typed':
      return typed(keeper, event.values, event.at)
    case 'due':
      return send(keeper)
    case 'leaves':
      return [{ ...keeper, isLeft: true }, []]
    case 'saved':
      return afterSave(keeper, event)
    case 'lost':
    case 'signedOut':
      return afterLoss(keeper, event.type)
    case 'gone':
      return [{ ...keeper, sending: null, state: { is: 'gone' } }, []]
    case 'refused':
    case 'conflict':
      return [{ ...keeper, sending: null, state: { is: event.type, message: event.message } }, []]
  }
}

function typed(keeper: Keeper, values: Values, at: number): Step {
  const nextState: Told = keeper.state.is === 'conflict' ? keeper.state : { is: 'unsaved' }
  return [
    { ...keeper, typed: values, isLeft: false, state: nextState },
    [
      { does: 'keep', copy: { version: keeper.version, values, at } },
      { does: 'wait', milliseconds: PAUSE },
    ],
  ]
}

function send(keeper: Keeper): Step {
  const { typed: values, version, unanswered } = keeper
  // The pending answer checks whether more was typed.
  if (keeper.sending || isSaved(keeper)) return [keeper, []]
  return [
    { ...keeper, sending: values, state: { is: 'saving' } },
    [{ does: 'send', values, version, unanswered }],
  ]
}

function afterSave(keeper: Keeper, { version, at }: { version: number; at: number }): Step {
  const { sending, isLeft, typed: now } = keeper
  // The next page may have been rendered before this save arrived: it must find the browser's copy.
  if (!sending || isLeft) return [{ ...keeper, sending: null }, []]
  const next = { ...keeper, version, saved: sending, sending: null, unanswered: [] }
  if (areSame(now, sending)) return [{ ...next, state: { is: 'saved', at } }, [{ does: 'forget' }]]
  return [
    { ...next, state: { is: 'unsaved' } },
    [
      { does: 'keep', copy: { version, values: now, at } },
      { does: 'wait', milliseconds: PAUSE },
    ],
  ]
}

function afterLoss(keeper: Keeper, cause: 'lost' | 'signedOut'): Step {
  const { sending } = keeper
  const unanswered =
    cause === 'lost' && sending
      ? [...keeper.unanswered, sending].slice(-MOST_UNANSWERED)
      : keeper.unanswered
  const nextState: Told = { is: cause === 'lost' ? 'offline' : 'signedOut' }
  return [
    { ...keeper, sending: null, unanswered, state: nextState },
    [{ does: 'wait', milliseconds: RETRY }],
  ]
}

const areSame = (first: Values, second: Values): boolean =>
  [first, second].every((values) =>
    Object.keys(values).every((name) => first[name] === second[name]),
  )
