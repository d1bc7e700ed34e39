import { printDate } from '@/lib/clock'
import { headOf, type Registered } from '@/lib/documents/head'
import { html, type SafeHtml } from '@/lib/html/safe-html'
import { placeAndDates, type SessionView, sessionName } from '@/lib/sessions/session-view'

type Cover = {
  symbol: string
  /** The printed date of the document. */
  dated: Date
  session: SessionView
  document: Registered | null
}

/**
 * The masthead as AKN4UN models a cover: the symbol, for a paper of the Commission its organ and distribution, the date,
 * the language of this version and that of the original, the group and its session.
 */
export function coverPage({ symbol, dated, session, document }: Cover): SafeHtml {
  const head = headOf(session, document)
  const organ =
    head.organ &&
    html`<p><docAuthority>${head.organ}</docAuthority></p>
`
  const distribution =
    head.kind === 'full' &&
    html`<p>Distr.: <inline name="distribution">${head.distribution}</inline></p>
`
  return html`<coverPage>
<container name="masthead">
<p>United Nations</p>
<p><docNumber>${symbol}</docNumber></p>
${organ}${distribution}<p><docDate date="${dated.toISOString().slice(0, 10)}">${printDate(dated)}</docDate></p>
<p><inline name="languageOfExpression">English</inline></p>
<p>Original: <inline name="originalLanguage">English</inline></p>
</container>
<container name="meeting">
<p><docAuthority refersTo="#group">${session.groupName}</docAuthority></p>
<p><session>${sessionName(session)}</session></p>
<p>${placeAndDates(session)}</p>
</container>
</coverPage>`
}
