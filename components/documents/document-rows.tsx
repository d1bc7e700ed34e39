import { StateWord } from '@/components/ui/state-word'
import { printDate, printSeatTime } from '@/lib/clock'
import type { DocumentView } from '@/lib/documents/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { FileLinks } from './file-links'

/** The documents of a session as a ledger; `keeps` shows how far each is. */
export function DocumentRows({
  documents,
  slug,
  keeps,
}: {
  documents: readonly DocumentView[]
  slug: string
  keeps: boolean
}) {
  const t = translations('documents')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('symbol')}</th>
          <th scope="col">{t('titleOf')}</th>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('date')}</th>
          <th scope="col">{t('files')}</th>
          {keeps && <th scope="col">{t('state')}</th>}
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <SymbolAndTitle document={document} slug={slug} />
            <td className="text-quiet">{document.agenda}</td>
            <td>{printDate(document.datedOn)}</td>
            <td>
              <FileLinks document={document} slug={slug} />
            </td>
            {keeps && (
              <td>
                <DocumentState document={document} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The first two cells of a row: the symbol, which leads to the document, and the title. */
export const SymbolAndTitle = ({ document, slug }: { document: DocumentView; slug: string }) => (
  <>
    <td className="break-words" dir="ltr">
      <a href={paths.document(slug, document.symbol)} className="font-semibold">
        {document.symbol.replaceAll('/', '/\u200B')}
      </a>
    </td>
    <td className="font-serif text-base">
      {document.title}
      {document.snapshotUndoneAt && (
        <p className="font-sans text-sm text-quiet">
          {translations('documents')('undone', { time: printSeatTime(document.snapshotUndoneAt) })}
        </p>
      )}
    </td>
  </>
)

/** The state of a document: its last dated fact. */
export function DocumentState({ document }: { document: DocumentView }) {
  const t = translations('documents.states')
  const { withdrawnAt, issuedAt, snapshotUndoneAt, steps } = document
  if (withdrawnAt) return <StateWord shape="ended">{t('withdrawn')}</StateWord>
  if (snapshotUndoneAt) return <StateWord shape="ended">{t('undone')}</StateWord>
  if (issuedAt) return <StateWord shape="done">{t('issued')}</StateWord>
  const last = steps.at(-1)
  return last ? (
    <StateWord shape="waiting">{t(last.kind)}</StateWord>
  ) : (
    <StateWord shape="none">{t('draft')}</StateWord>
  )
}
