import { Empty } from '@/components/ui/empty'
import { StateWord } from '@/components/ui/state-word'
import type { PublicCallLine } from '@/lib/circulation/requests/queries'
import { printDate, printSeatDate, printSeatTime } from '@/lib/clock'
import type { FrontSession } from '@/lib/desk/front-queries'
import { paths } from '@/lib/paths'
import { areOfSeveralGroups, placeAndDates, sessionName } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

/** The start page of a visitor: the purpose of the site, the public releases, and the open calls for participation. */
export function Front({
  sessions,
  calls,
  group = null,
}: {
  sessions: readonly FrontSession[]
  calls: readonly PublicCallLine[]
  /** The name of the only group, before its first session. */
  group?: string | null
}) {
  const t = translations('front')
  const several = areOfSeveralGroups(sessions)
  return (
    <>
      <header className="mb-14 mt-4 max-w-3xl sm:mt-10">
        <h1 className="font-serif text-2xl font-semibold leading-tight sm:text-[2.75rem]">
          {several || !sessions[0] ? (group ?? t('title')) : sessions[0].groupName}
        </h1>
        <ul className="mt-6 grid gap-2 border-s border-line-strong ps-5 font-serif text-lg">
          <li>{t('propose')}</li>
          <li>{t('list')}</li>
          <li>{t('takeStock')}</li>
        </ul>
        <p className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-2">
          <a href={paths.signIn()} className="button button-main">
            {t('signIn')}
          </a>
          <span className="text-sm text-quiet">{t('signInHint')}</span>
        </p>
      </header>
      <section aria-labelledby="sessions">
        <h2 id="sessions" className="mb-3 font-serif text-xl font-semibold">
          {t('sessions')}
        </h2>
        {sessions.length === 0 ? (
          <Empty title={t('none')}>{t('noneHint')}</Empty>
        ) : (
          <ul className="border-t border-line-strong">
            {sessions.map((session) => (
              <SessionRow
                key={session.slug}
                session={session}
                group={several ? session.groupName : ''}
                calls={calls.filter(({ slug }) => slug === session.slug)}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function SessionRow({
  session,
  group,
  calls,
}: {
  session: FrontSession
  /** The name of its group, where others are listed too. */
  group: string
  calls: readonly PublicCallLine[]
}) {
  const t = translations('front')
  const kinds = translations('sessions.kinds')
  const { slug, title, kind, items, issuedOn, adoptedAt, adoptedItems, snapshots, posted, report } =
    session
  const isEmpty =
    !issuedOn && !adoptedAt && snapshots === 0 && posted.length === 0 && calls.length === 0
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <h3 className="font-serif text-lg font-semibold">{sessionName(session)}</h3>
        {group && <p>{group}</p>}
        <p className="text-sm text-quiet">
          {placeAndDates(session)} · {kinds(kind)}
          {title && ` · ${title}`}
        </p>
      </div>
      <div className="grid content-start gap-1 text-sm sm:justify-items-end sm:text-end">
        {adoptedAt && (
          <div>
            <a href={paths.publicConsolidated(slug)} className="way font-semibold">
              {t('readAdopted')}
            </a>
            <p className="text-quiet">
              {t('adopted', { items: adoptedItems ?? 0, date: printSeatDate(adoptedAt) })}
            </p>
          </div>
        )}
        {!adoptedAt && snapshots > 0 && (
          <a href={paths.publicSnapshots(slug)} className="way font-semibold">
            {t('readAgreed')}
          </a>
        )}
        {issuedOn && (
          <div>
            <a href={paths.publicList(slug)} className="way font-semibold">
              {t('readList')}
            </a>
            <p className="text-quiet">
              {t('issued', { items: items ?? 0, date: printDate(issuedOn) })}
            </p>
          </div>
        )}
        {report && (
          <a href={paths.publicReport(slug)} className="way font-semibold">
            {t('readReport', { symbol: report })}
          </a>
        )}
        {posted.map(({ id, title: circulated }) => (
          <a key={id} href={paths.publicCirculation(slug, id)} className="way font-semibold">
            {posted.length > 1 ? t('readCommentsOn', { title: circulated }) : t('readComments')}
          </a>
        ))}
        {calls.map(({ id, title: circulated, openUntil }) => (
          <div key={id}>
            <a href={paths.takePart(slug, id)} className="way font-semibold">
              {calls.length > 1 ? t('takePartIn', { title: circulated }) : t('takePart')}
            </a>
            <p className="text-quiet">{t('takePartUntil', { time: printSeatTime(openUntil) })}</p>
          </div>
        ))}
        {isEmpty && <StateWord shape="none">{t('notIssued')}</StateWord>}
      </div>
    </li>
  )
}
