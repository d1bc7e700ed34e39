import type { FormState } from '@/lib/http/form-state'

/**
 * The header by which the act of a form without script tells the server its result: the page that Next then renders may
 * lack the form, or fail, and the typed words would be lost without a message.
 */
export const SENT_AS = 'x-stocktake-sent-as'

// The server and the built pages are bundled apart; they share one process.
const shared = globalThis as { stocktakeAnswers?: Map<string, FormState> }
const answers = (shared.stocktakeAnswers ??= new Map<string, FormState>())

/** Keeps the state in which the form of a request is answered, until the server takes it. */
export const keepAnswer = (sentAs: string, state: FormState): void =>
  void answers.set(sentAs, state)

/** The state in which the form of a request was answered, once; undefined if no act came to an answer. */
export function takeAnswer(sentAs: string): FormState | undefined {
  const state = answers.get(sentAs)
  answers.delete(sentAs)
  return state
}
