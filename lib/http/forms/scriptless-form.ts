import { randomUUID } from 'node:crypto'
import type http from 'node:http'
import { type FormState, formValues } from '@/lib/http/form-state'
import { type Held, holdAnswer } from '@/lib/http/held-answer'
import type { Received } from '@/lib/http/receive'
import { SENT_AS, takeAnswer } from './front'
import { renewed } from './form-answers'
import { ticksKept } from './ticks-kept'
import { holdsWords, unfolded, unsentPage } from './unsent-page'

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>

/**
 * Lets Next answer a request. A form that was sent without script must come back with a message and with its words: if
 * the page that Next renders after the act fails, redirects or no longer has the form, the answer is a page that holds
 * both. If the act was done and its form is gone, the answer is a redirect to the page, which says the message.
 */
export async function answerForm(
  { request, pieces }: Received,
  response: http.ServerResponse,
  answer: Answer,
): Promise<void> {
  if (!isScriptless(request)) return answer(request, response)
  const sentAs = randomUUID()
  request.headers[SENT_AS] = sentAs
  const heldAnswer = await holdAnswer(response, () => answer(request, response))
  const isOlder = isOfOlderPage(heldAnswer, pieces)
  const state = takeAnswer(sentAs) ?? (isOlder ? renewed() : undefined)
  const lost = lostMessage(state, heldAnswer)
  if (lost) return heldAnswer.redirect(request.url ?? '/', lost)
  if (isKept(state, heldAnswer)) return heldAnswer.send()
  const type = request.headers['content-type'] ?? ''
  const body = new Blob([...pieces] as BlobPart[])
  const form = await new Response(body, { headers: { 'content-type': type } }).formData()
  const page = heldAnswer.text()
  if (
    state?.status === 'refused' &&
    heldAnswer.status === 200 &&
    holdsWords(page, formValues(form)) &&
    shows(state, page)
  )
    return heldAnswer.replace(
      200,
      unfolded(ticksKept(page, noticeOf(state), form), noticeOf(state)),
    )
  heldAnswer.replace(
    statusOf(state),
    unsentPage({ state, form, address: request.url ?? '/', mayResend: !isOlder }),
  )
}

const isScriptless = ({ method, headers }: http.IncomingMessage): boolean =>
  method === 'POST' &&
  headers['next-action'] === undefined &&
  (headers['content-type'] ?? '').startsWith('multipart/form-data') &&
  (headers.accept ?? '').includes('text/html')

/** Next's answers to a form with an unknown act. */
const UNAVAILABLE = new Set([400, 404, 409])

/** Whether a form asked for an act that this server does not know: it was rendered before the server was updated. */
const isOfOlderPage = ({ status }: Held, pieces: readonly Buffer[]): boolean =>
  UNAVAILABLE.has(status) && Buffer.concat(pieces).includes('name="$ACTION_')

/** An act that was done, and a page or a redirect. After an act that was not done the page is checked. */
const isKept = (state: FormState | undefined, { status }: Held): boolean =>
  state === undefined ? status < 500 : state.status !== 'refused' && status < 400

/** The message of an act that was done, if the page that Next drew no longer has a form to show it. */
const lostMessage = (state: FormState | undefined, { status, text }: Held): string | null =>
  state?.status === 'done' && status === 200 && !text().includes(noticeOf(state))
    ? state.message
    : null

/** Whether the page shows the result of the act: the notice of `Form` has its moment. */
const shows = (state: Refusal, page: string): boolean => page.includes(noticeOf(state))
type Refusal = Extract<FormState, { status: 'refused' }>
const noticeOf = ({ at }: { at: number }): string => `data-at="${at}"`

const statusOf = (state: FormState | undefined): number => {
  if (state?.status === 'done') return 200
  if (state?.status !== 'refused') return 500
  return state.reason === 'notDone' || state.reason === 'notKnown' ? 503 : 409
}
