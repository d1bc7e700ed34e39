import { listPublicCalls, type PublicCallLine } from '@/lib/circulation/requests/queries'
import { handler } from '@/lib/http/access'
import { printDate, printSeatDate, printSeatTime } from '@/lib/clock'
import { askedQuery } from '@/lib/consolidation/outputs/formats'
import { type FrontSession, listFront } from '@/lib/desk/front-queries'
import { plainPage } from '@/lib/html/page'
import { pageResponse } from '@/lib/http/shell/shell'
import { paths } from '@/lib/paths'
import { areOfSeveralGroups, placeAndDates, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** Everything that was released to everybody, on one page without script. */
export const GET = handler('public', async (actor, request) => {
  const t = translations('lists')
  const [sessions, calls] = await Promise.all([listFront(), listPublicCalls()])
  const several = areOfSeveralGroups(sessions)
  const released = sessions.map((session) => ({ session, ...releasedOf(session, calls) }))
  const page = plainPage({
    title: t('publicTitle'),
    lead: t('publicLead'),
    empty: t('publicNone'),
    groups: released
      .filter(({ links }) => links.length > 0)
      .map(({ session, facts, links }) => ({
        title: `${sessionName(session)}${session.title && `: ${session.title}`}`,
        about: [...(several ? [session.groupName] : []), placeAndDates(session), ...facts]
          .map((fact) => `${fact}.`)
          .join(' '),
        links,
      })),
  })
  return pageResponse(page, actor, request)
})

/** The facts and the addresses of a session's releases; empty without one. */
function releasedOf(
  { slug, items, issuedOn, adoptedAt, adoptedItems, ...session }: FrontSession,
  calls: readonly PublicCallLine[],
) {
  const { snapshots, posted, documents, report } = session
  const comments = translations('postedComments')
  const t = translations('lists')
  const front = translations('front')
  const outputs = translations('outputs')
  const facts: string[] = []
  const links: { label: string; href: string }[] = []
  if (adoptedAt) {
    facts.push(front('adopted', { items: adoptedItems ?? 0, date: printSeatDate(adoptedAt) }))
    links.push(
      { label: t('adopted'), href: paths.publicConsolidated(slug) },
      ...(['concordance', 'decisions'] as const).map((output) => ({
        label: outputs(`whats.${output}`),
        href: paths.publicConsolidated(slug, askedQuery({ what: output })),
      })),
      { label: outputs('lineage'), href: paths.publicLineage(slug) },
    )
  }
  if (snapshots > 0) links.push({ label: t('agreedSoFar'), href: paths.publicSnapshots(slug) })
  if (issuedOn) {
    facts.push(front('issued', { items: items ?? 0, date: printDate(issuedOn) }))
    links.push({ label: t('preliminary'), href: paths.publicList(slug) })
  }
  for (const { id, title } of posted)
    links.push({ label: comments('title', { title }), href: paths.publicCirculation(slug, id) })
  if (report) links.push({ label: t('report', { symbol: report }), href: paths.publicReport(slug) })
  if (documents > 0)
    links.push({ label: translations('documents')('title'), href: paths.publicDocuments(slug) })
  for (const { id, title, openUntil, ...call } of calls)
    if (call.slug === slug)
      links.push({
        label: translations('takePart')('publicCall', { title, time: printSeatTime(openUntil) }),
        href: paths.takePart(slug, id),
      })
  return { facts, links }
}
