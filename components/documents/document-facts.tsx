import type { ReactNode } from 'react'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printDate, printSeatTime } from '@/lib/clock'
import type { DocumentView } from '@/lib/documents/queries'
import { publicPlaceOf } from '@/lib/documents/place'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { DocumentState } from './document-rows'

/** The facts of a document, its files with their hashes, and the documents before and after it. */
export function DocumentFacts({
  document,
  slug,
  remove,
}: {
  document: DocumentView
  slug: string
  /** Takes a file out again, until the issue. */
  remove: FormAction | null
}) {
  const t = translations('documents')
  const language = translations('proposals.languages')
  const states = translations('documents.states')
  const place = document.issuedAt ? publicPlaceOf(document, slug) : null
  const linkTo = (symbol: string) => (
    <a key={symbol} href={paths.document(slug, symbol)} className="me-3" dir="ltr">
      {symbol}
    </a>
  )
  const facts: [string, ReactNode][] = [
    [t('kind'), translations('documents.kinds')(document.kind)],
    [t('date'), printDate(document.datedOn)],
    [t('languagesOf'), document.languages.map((code) => language(code)).join(', ')],
    [t('originalLanguage'), language(document.originalLanguage)],
    [t('distribution'), translations('documents.distributions')(document.distribution)],
    ...(document.agenda ? [[t('item'), document.agenda] as [string, ReactNode]] : []),
    ...(document.follows
      ? [[t('followsIt'), linkTo(document.follows)] as [string, ReactNode]]
      : []),
    ...(document.followedBy.length > 0
      ? [[t('followedBy'), document.followedBy.map(linkTo)] as [string, ReactNode]]
      : []),
    [
      t('state'),
      <div key="state">
        <DocumentState document={document} />
        <ul className="mt-1 text-sm text-quiet">
          {document.steps.map(({ kind, takenOn }) => (
            <li key={kind}>
              {states(kind)}: {printDate(takenOn)}
            </li>
          ))}
          {document.issuedAt && (
            <li>
              {states('issued')}: {printSeatTime(document.issuedAt)}
            </li>
          )}
          {document.snapshotUndoneAt && (
            <li>{t('undone', { time: printSeatTime(document.snapshotUndoneAt) })}</li>
          )}
          {document.withdrawnAt && (
            <li>
              {states('withdrawn')}: {printSeatTime(document.withdrawnAt)}.{' '}
              {document.withdrawalReason}
            </li>
          )}
        </ul>
      </div>,
    ],
  ]
  return (
    <div className="grid content-start gap-8">
      <dl className="grid gap-y-2.5">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className="kicker">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="files">
        <h2 id="files" className="mb-2 font-serif text-xl font-semibold">
          {t('files')}
        </h2>
        {place && (
          <p>
            <a href={place}>{t('read')}</a>
          </p>
        )}
        {!place && document.files.length === 0 && <p className="text-quiet">{t('noFiles')}</p>}
        <ul className="grid gap-3">
          {document.files.map((file) => (
            <li key={file.id}>
              <a href={paths.documentFile(slug, document.symbol, file.language, file.form)}>
                {t('file', { language: language(file.language), form: file.form.toUpperCase() })}
              </a>{' '}
              <span className="text-sm text-quiet">
                {t('size', { kilobytes: Math.ceil(file.size / 1_000) })} · {file.name}
              </span>
              <code className="block text-xs break-all text-quiet">SHA-256 {file.hash}</code>
              {remove && (
                <ActForm
                  action={remove}
                  values={{ id: file.id }}
                  button={t('removeFile')}
                  label={t('removeThis', { name: file.name })}
                  tone="plain"
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
