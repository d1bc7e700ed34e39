import { html, type SafeHtml } from '@/lib/html/safe-html'

/** The names of a report in the United Nations' Akoma Ntoso. */
type AknIdentity = {
  symbol: string
  /** The printed date of the document, and the day of its latest version: "2020-07-27". */
  date: string
  version: string
  symbolRoot: string
  /** The symbol of the draft; its address stays as an alias of the adopted report. */
  draftSymbol: string | null
}

/** "UNODC-CCPCJ-EG.4-2020-L.1": strokes become hyphens, spaces low lines; characters that an address cannot hold are dropped. */
const numberInIri = (symbol: string): string =>
  symbol.replaceAll('/', '-').replaceAll(' ', '_').replaceAll('[...]', 'draft')

/** "unodc-ccpcj-eg4" */
const actorInIri = (root: string): string =>
  root.toLowerCase().replaceAll('/', '-').replaceAll('.', '')

const workIri = (identity: AknIdentity, symbol = identity.symbol): string =>
  `/akn/un/debateReport/report/${actorInIri(identity.symbolRoot)}/${identity.date}/${numberInIri(symbol)}`

/** The three levels of FRBR: the report, its English version, this file. */
export function identification(identity: AknIdentity): SafeHtml {
  const work = workIri(identity)
  const expression = `${work}/eng@${identity.version}`
  const { draftSymbol, symbol, date, version } = identity
  const alias =
    draftSymbol && draftSymbol !== symbol
      ? html`<FRBRalias value="${workIri(identity, draftSymbol)}" name="draft"/>`
      : ''
  return html`<identification source="#secretariat">
<FRBRWork>
<FRBRthis value="${work}/!main"/>
<FRBRuri value="${work}"/>
${alias}<FRBRdate date="${date}" name="issued"/>
<FRBRauthor href="#group"/>
<FRBRcountry value="un"/>
<FRBRsubtype value="report"/>
<FRBRnumber value="${numberInIri(symbol)}" showAs="${symbol}"/>
<FRBRname value="meetingReport"/>
</FRBRWork>
<FRBRExpression>
<FRBRthis value="${expression}/!main"/>
<FRBRuri value="${expression}"/>
<FRBRdate date="${version}" name="version"/>
<FRBRauthor href="#secretariat"/>
<FRBRlanguage language="eng"/>
</FRBRExpression>
<FRBRManifestation>
<FRBRthis value="${expression}/!main.xml"/>
<FRBRuri value="${expression}/.xml"/>
<FRBRdate date="${version}" name="markup"/>
<FRBRauthor href="#secretariat"/>
<FRBRformat value="application/xml"/>
</FRBRManifestation>
</identification>`
}
