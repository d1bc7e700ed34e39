import { htmlPage } from '@/lib/html/frame'
import { inShell } from '@/lib/html/shell'
import { html, type SafeHtml } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'
import { shellOfNobody } from '@/lib/http/shell/shell'
import { FORM_ID, type FormState, type FormValues, isSecret } from '@/lib/http/form-state'

/**
 * A page for a form that was sent without script and cannot come back on its own page: the result of the act, the typed
 * words in editable fields, and the same form to send again.
 */
export function unsentPage({
  state,
  form,
  address,
  mayResend,
}: {
  state: FormState | undefined
  form: FormData
  address: string
  /** Whether this server knows the act that the form asks for. */
  mayResend: boolean
}): string {
  const t = translations('failures')
  const title = t(titleOf(state))
  const isDone = state?.status === 'done'
  const sentence = isDone ? `${state.message ?? ''} ${t('pageFailed')}`.trim() : sentenceOf(state)
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !isSecret(name) ? [{ name, value }] : [],
  )
  const hasSecret = [...form.keys()].some(isSecret)
  const page = htmlPage({
    title,
    content: html`<h1>${title}</h1>
<p role="alert">${sentence}</p>
${!isDone && formOf(fields, address, mayResend && !hasSecret)}
<p><a href="${(isDone && state.goTo) || address}">${t('back')}</a></p>`,
  })
  return inShell(page, shellOfNobody())
}

const titleOf = (state: FormState | undefined): string => {
  if (state?.status === 'done') return 'doneTitle'
  return state?.status === 'refused' && state.reason !== 'notKnown'
    ? 'notDoneTitle'
    : 'notKnownTitle'
}

const sentenceOf = (state: FormState | undefined): string =>
  state?.status === 'refused' ? state.message : translations('failures')('notKnown')

type Field = { name: string; value: string }

/** The value of a choice or a number, which is no words to read; a typed word may look so, and is sent again too. */
const CHOICE = /^(?:[a-z]+(?:[A-Z][a-z]+)*|\d{1,6})$/

/** The same form: words in fields that can be read and changed, all else as it was. */
function formOf(fields: readonly Field[], action: string, mayResend: boolean): SafeHtml {
  const t = translations('failures')
  const isShown = ({ name, value }: Field) =>
    isWords(name, value) && !(mayResend && CHOICE.test(value))
  const hidden = fields
    .filter((field) => !isShown(field))
    .map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)
  const textAreas = fields.filter(isShown).map(
    ({
      name,
      value,
    }) => html`<p><textarea name="${name}" rows="6" cols="60" dir="auto" aria-label="${t('words')}">
${value}</textarea></p>`,
  )
  return html`<form method="post" enctype="multipart/form-data" action="${action}">
${hidden}
${textAreas.length > 0 && html`<h2>${t('words')}</h2>`}
${textAreas}
${mayResend && html`<p><button type="submit">${t('sendAgain')}</button></p>`}
</form>`
}

const TECHNICAL = /^(?:\$|id$|.*Ids?(?:\[\])?$|version$|slug$|act$|body$|seen$)/
const UUIDS = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i

/** Whether a field holds typed words, as far as its name and value tell. */
const isWords = (name: string, value: string): boolean =>
  name !== FORM_ID && !TECHNICAL.test(name) && value.trim() !== '' && !UUIDS.test(value)

/** Whether a page holds everything that was typed, as React writes it into fields. */
export function holdsWords(page: string, values: FormValues): boolean {
  // Next's own scripts hold the state of the form in any case.
  const plain = page.replace(/<script[^>]*>.*?<\/script>/gs, '').replaceAll('\r\n', '\n')
  return Object.entries(values).every(([name, value]) =>
    [value].flat().every((entry) => {
      if (isSecret(name) || !isWords(name, entry) || !/\s/.test(entry.trim())) return true
      return plain.includes(inReact(entry.replaceAll('\r\n', '\n').trim()))
    }),
  )
}

/** The page with every fold open that holds the notice: without script a form renders folded again. */
export function unfolded(page: string, notice: string): string {
  const folds: number[] = []
  for (const { 0: tag, index } of page
    .slice(0, page.indexOf(notice))
    .matchAll(/<details\b|<\/details>/g))
    if (tag === '</details>') folds.pop()
    else folds.push(index + tag.length)
  return folds.reduceRight((html, at) => `${html.slice(0, at)} open=""${html.slice(at)}`, page)
}

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}
const inReact = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)
