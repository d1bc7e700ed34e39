import 'server-only'
import { orNotFound } from '@/lib/errors'
import type { PaperLink } from '@/lib/html/frame'
import { toJson } from '@/lib/export/json'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { paperFile, outputTranslations, TYPES } from '@/lib/consolidation/outputs/files'
import { snapshotPaper } from './document'
import { findSnapshot, listSnapshots, type SnapshotView } from './queries'

type SnapshotAsked = { format: 'html' | 'docx' | 'pdf' | 'json'; against: number | null }

/** A snapshot in a form, for everybody, marked against an earlier one if asked; not found if there is none. */
export async function publicSnapshot(
  slug: string,
  number: number,
  { format, against }: SnapshotAsked,
): Promise<PublicFile> {
  const snapshot = orNotFound(await findSnapshot(slug, number))
  const earlier =
    against === null
      ? null
      : orNotFound(against < number ? await findSnapshot(slug, against) : null)
  const session = orNotFound(await findSession(slug))
  const snapshots = await listSnapshots(slug)
  const key = [
    slug,
    number,
    snapshot.document?.symbol,
    snapshot.undoneAt?.getTime(),
    against,
    format,
    snapshots.length,
  ].join(' ')
  return memoizedFile(`snapshot ${key}`, async () => {
    const name = `${slug}-agreed-${number}${earlier ? `-against-${earlier.number}` : ''}.${format}`
    const type = TYPES[format]
    if (format === 'json') return { body: toJson(snapshotJson(snapshot)), type, name }
    const paper = snapshotPaper(session, snapshot, outputTranslations(), earlier)
    const links = waysFrom(slug, snapshot, earlier, snapshots)
    return { body: await paperFile(paper, format, links), type, name }
  })
}

/** A snapshot as plain JSON; the hash is that of `content` as this file writes it. */
const snapshotJson = ({ number, takenAt, takenBy, textHash, undoneAt, content }: SnapshotView) => ({
  format: 'stocktake-snapshot',
  version: 1,
  number,
  takenAt,
  takenBy,
  undoneAt,
  sha256: textHash,
  content,
})

function waysFrom(
  slug: string,
  { number }: SnapshotView,
  against: SnapshotView | null,
  snapshots: readonly { number: number }[],
): PaperLink[] {
  const t = translations('snapshots')
  const query = (against: number | null, format?: string) => {
    const search = new URLSearchParams({
      ...(against !== null && { against: String(against) }),
      ...(format && { format }),
    })
    return search.size > 0 ? `?${search}` : ''
  }
  const earlier = snapshots.filter((snapshot) => snapshot.number < number)
  const at = against?.number ?? null
  return [
    { label: t('allPublic'), href: paths.publicHome },
    { label: t('all'), href: paths.publicSnapshots(slug) },
    ...(earlier.length > 0
      ? [{ label: t('plainWay'), ...(at !== null && { href: paths.publicSnapshot(slug, number) }) }]
      : []),
    ...earlier.slice(0, 5).map((snapshot) => ({
      label: t('difference', { number: snapshot.number }),
      ...(snapshot.number !== at && {
        href: paths.publicSnapshot(slug, number, query(snapshot.number)),
      }),
    })),
    ...(['docx', 'pdf', 'json'] as const).map((format) => ({
      label: t(format),
      href: paths.publicSnapshot(slug, number, query(format === 'json' ? null : at, format)),
    })),
  ]
}
