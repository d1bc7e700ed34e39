import 'server-only'
import { orNotFound } from '@/lib/errors'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { exportList, type ListFormat, listFormats } from './export'
import { findIssuedList, findListSymbol } from './queries'

/** An issued list in a form, for everybody; refused as not found if none was issued. Its text never changes. */
export async function publicList(
  slug: string,
  format: ListFormat,
  attribution: boolean,
): Promise<PublicFile> {
  const symbol = orNotFound(await findListSymbol(slug))
  return memoizedFile(`list ${slug} ${symbol} ${format} ${attribution}`, async () => {
    const list = orNotFound(await findIssuedList(slug))
    const session = orNotFound(await findSession(slug))
    const links = format === 'html' ? waysFrom(slug, attribution) : []
    return exportList({ list, session }, format, { attribution, links })
  })
}

function waysFrom(slug: string, attribution: boolean) {
  const t = translations('lists')
  const listPath = paths.publicList(slug)
  const without = attribution ? '' : '&attribution=without'
  return [
    { label: t('all'), href: paths.publicHome },
    { label: t('with'), ...(!attribution && { href: listPath }) },
    { label: t('without'), ...(attribution && { href: `${listPath}?attribution=without` }) },
    ...listFormats
      .filter((format) => format !== 'html')
      .map((format) => ({
        label: format.toUpperCase(),
        href: `${listPath}?format=${format}${without}`,
      })),
  ]
}
