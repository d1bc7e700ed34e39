import 'server-only'
import { printDate, printSeatTime } from '@/lib/clock'
import { visitor } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { plainPage } from '@/lib/html/page'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import { placeAndDates, sessionInSentence } from '@/lib/sessions/session-view'
import { publicPlaceOf } from './place'
import { type DocumentView, getDocument, listDocuments } from './queries'

/** The page of a session's documents as everybody reads it; not found if none was issued. */
export async function publicDocuments(slug: string): Promise<string> {
  const session = orNotFound(await findSession(slug))
  const documents = await listDocuments(visitor, session)
  orNotFound(documents[0])
  const t = translations('documents')
  return plainPage({
    title: t('publicTitle', { session: sessionInSentence(session) }),
    lead: `${session.groupName}. ${placeAndDates(session)}.`,
    empty: t('none'),
    groups: documents.map((document) => groupOf(document, slug)),
  })
}

/** The page of one issued document; not found if it is not public. */
export async function publicDocument(slug: string, symbol: string | null): Promise<string> {
  const session = orNotFound(await findSession(slug))
  const document = await getDocument(visitor, session, symbol)
  const t = translations('documents')
  const { title, links, about } = groupOf(document, slug)
  const chain = [...(document.follows ? [document.follows] : []), ...document.followedBy].map(
    (related) => ({ label: related, href: paths.publicDocument(slug, related) }),
  )
  return plainPage({
    title,
    name: `${document.symbol} · ${title}`,
    lead: `${session.groupName}, ${sessionInSentence(session)}. ${placeAndDates(session)}.`,
    empty: t('none'),
    groups: [
      { title: document.symbol, about, links: links.slice(1) },
      ...(chain.length > 0 ? [{ title: t('chain'), about: t('chainAbout'), links: chain }] : []),
    ],
  })
}

function groupOf(document: DocumentView, slug: string) {
  const t = translations('documents')
  const language = translations('proposals.languages')
  const { symbol, title, files, datedOn, originalLanguage, agenda, snapshotUndoneAt } = document
  const place = publicPlaceOf(document, slug)
  return {
    title,
    about: [
      printDate(datedOn),
      t('original', { language: language(originalLanguage) }),
      ...(agenda ? [t('onItem', { item: agenda })] : []),
      ...(snapshotUndoneAt ? [t('undone', { time: printSeatTime(snapshotUndoneAt) })] : []),
      ...(place || files.length > 0 ? [] : [t('notHere')]),
    ]
      .map((fact) => `${fact}.`)
      .join(' '),
    links: [
      { label: symbol, href: paths.publicDocument(slug, symbol) },
      ...(place ? [{ label: t('read'), href: place }] : []),
      ...files.map((file) => ({
        label: t('file', { language: language(file.language), form: file.form.toUpperCase() }),
        href: paths.publicDocumentFile(slug, symbol, file.language, file.form),
      })),
    ],
  }
}
