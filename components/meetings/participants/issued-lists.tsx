import { SymbolAndTitle } from '@/components/documents/document-rows'
import { FileLinks } from '@/components/documents/file-links'
import { Empty } from '@/components/ui/empty'
import { printSeatTime } from '@/lib/clock'
import type { DocumentView } from '@/lib/documents/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The lists of participants that were issued, the latest first, each under its symbol. */
export function IssuedLists({ slug, lists }: { slug: string; lists: readonly DocumentView[] }) {
  const t = translations('participants')
  if (lists.length === 0) return <Empty title={t('none')}>{t('noneHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('issuedLists')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('symbol')}</th>
          <th scope="col">{t('list')}</th>
          <th scope="col">{t('issuedAt')}</th>
          <th scope="col">{t('files')}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map((document) => (
          <tr key={document.id}>
            <SymbolAndTitle document={document} slug={slug} />
            <td>{document.issuedAt && printSeatTime(document.issuedAt)}</td>
            <td>
              {document.participantListNumber ? (
                <ListLinks slug={slug} number={document.participantListNumber} />
              ) : (
                <FileLinks document={document} slug={slug} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ListLinks({ slug, number }: { slug: string; number: number }) {
  const t = translations('participants')
  return (['html', 'docx', 'pdf'] as const).map((format) => (
    <a
      key={format}
      href={paths.publicParticipants(slug, number, format === 'html' ? '' : format)}
      className="way me-4"
    >
      {t(format)}
    </a>
  ))
}
