import 'server-only'
import { createTranslator } from 'next-intl'
import { found } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record'
import { findSession } from '@/lib/sessions/queries'
import messages from '@/messages/en.json'
import { type Exported, exportList, type ListFormat, listFormats } from './list-export'
import { findIssuedList } from './list-queries'

/** A file that everybody may have; it never changes. */
export type PublicFile = Omit<Exported, 'body'> & { body: Buffer<ArrayBuffer>; etag: string }

// Issued lists never change: what was written once is kept. A list that is not issued is never kept.
const KEPT = 64
const kept = new Map<string, PublicFile>()

/** An issued list in a form, for everybody; refused as not found where none was issued. */
export async function publicList(
  slug: string,
  format: ListFormat,
  attribution: boolean,
): Promise<PublicFile> {
  const key = `${slug} ${format} ${attribution}`
  const known = kept.get(key)
  if (known) return known
  const list = found(await findIssuedList(slug))
  const session = found(await findSession(slug))
  const links = format === 'html' ? waysFrom(slug, attribution) : []
  const { body, ...about } = await exportList({ list, session }, format, { attribution, links })
  const bytes = Buffer.from(body)
  const file = {
    ...about,
    body: bytes,
    etag: `"${sha256(bytes.toString('base64')).slice(0, 32)}"`,
  }
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, file)
  return file
}

function waysFrom(slug: string, attribution: boolean) {
  const t = createTranslator({ locale: 'en', messages, namespace: 'lists' })
  const here = paths.publicList(slug)
  const without = attribution ? '' : '&attribution=without'
  return [
    { label: t('all'), href: paths.publicHome },
    { label: t('with'), ...(!attribution && { href: here }) },
    { label: t('without'), ...(attribution && { href: `${here}?attribution=without` }) },
    ...listFormats
      .filter((format) => format !== 'html')
      .map((format) => ({
        label: format.toUpperCase(),
        href: `${here}?format=${format}${without}`,
      })),
  ]
}
