import 'server-only'
import { db } from '@/lib/db/client'
import { orNotFound } from '@/lib/errors'
import { memoizedFile, type PublicFile } from '@/lib/http/public-file'
import type { PaperLink } from '@/lib/html/frame'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { listDecisions } from './decisions-queries'
import { askedQuery, type OutputAsked, outputFormats, outputWhats } from './formats'
import { lineageOf } from './lineage/lineage'
import { lineagePage } from './lineage/lineage-page'
import { outputFile, outputTranslations, TYPES } from './files'
import { findAdoptedState, getAdoptedList } from './printed-queries'

/** An adopted list in a form, for everybody; refused as not found if none was adopted. */
export async function publicConsolidated(slug: string, request: OutputAsked): Promise<PublicFile> {
  const state = orNotFound(await findAdoptedState(slug))
  const { what, format, attribution, way } = request
  return memoizedFile(`${state} ${what} ${format} ${attribution} ${way}`, async () => {
    const list = await getAdoptedList(slug)
    const [decisions, snapshots] = await Promise.all([
      listDecisions(list.session.id),
      db.snapshot.count({ where: { list: { session: { slug } } } }),
    ])
    return outputFile({ list, decisions }, request, waysFrom(slug, request, snapshots > 0))
  })
}

/** The lineage of an adopted list as a page for everybody; refused as not found if none was adopted. */
export async function publicLineage(slug: string): Promise<PublicFile> {
  const state = orNotFound(await findAdoptedState(slug))
  return memoizedFile(`${state} lineage`, async () => {
    const list = await getAdoptedList(slug)
    const t = translations('outputs')
    const links = [
      { label: t('all'), href: paths.publicHome },
      { label: t('whats.list'), href: paths.publicConsolidated(slug) },
      {
        label: t('whats.concordance'),
        href: paths.publicConsolidated(slug, askedQuery({ what: 'concordance' })),
      },
    ]
    const body = lineagePage(lineageOf(list), outputTranslations(), links)
    return { body, type: TYPES.html, name: `${slug}-lineage.html` }
  })
}

/** The ways from a public page of the list to its other parts and forms. */
function waysFrom(
  slug: string,
  { what, attribution }: OutputAsked,
  hasSnapshots: boolean,
): PaperLink[] {
  const t = translations('outputs')
  const to = (request: Partial<OutputAsked>) => paths.publicConsolidated(slug, askedQuery(request))
  return [
    { label: t('all'), href: paths.publicHome },
    ...outputWhats.map((kind) => ({
      label: t(`whats.${kind}`),
      ...((kind !== what || (kind === 'list' && attribution)) && { href: to({ what: kind }) }),
    })),
    {
      label: t('withSources'),
      ...(!(what === 'list' && attribution) && { href: to({ attribution: true }) }),
    },
    { label: t('lineage'), href: paths.publicLineage(slug) },
    ...(hasSnapshots ? [{ label: t('snapshots'), href: paths.publicSnapshots(slug) }] : []),
    ...outputFormats
      .filter((format) => format !== 'html')
      .map((format) => ({
        label: t(`formats.${format}`),
        href: to({ what, format, ...(what === 'list' && attribution && { attribution }) }),
      })),
  ]
}
