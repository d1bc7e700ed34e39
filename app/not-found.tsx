import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { takesPart } from '@/lib/delegations/actor'
import { currentReader } from '@/lib/http/access'
import { waysOn } from '@/lib/http/shell/ways-on'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { type SessionView, sessionSlugIn, takesProposals } from '@/lib/sessions/session-view'
import { findSession } from '@/lib/sessions/queries'

export const metadata: Metadata = { title: translations('problems')('notFoundTitle') }

/** The same answer for a missing and for a forbidden page, with the links that are open to this person. */
export default async function NotFound() {
  const t = translations('problems')
  const { actor, address } = await currentReader()
  const slug = sessionSlugIn(address)
  const session = slug && takesPart(actor) ? await findSession(slug) : null
  const [first, ...others] = waysOn(actor, address, session && wayInto(session))
  return (
    <>
      <PageHeading title={t('notFoundTitle')}>{t('notFound')}</PageHeading>
      <h2 className="mb-3 font-semibold">{t('goOn')}</h2>
      <p className="flex flex-wrap gap-2">
        {first && (
          <a href={first.href} className="button button-main">
            {first.label}
          </a>
        )}
        {others.map(({ href, label }) => (
          <a key={href} href={href} className="button">
            {label}
          </a>
        ))}
      </p>
    </>
  )
}

/** The proposals of a session, or its overview if none are written there. */
function wayInto(session: SessionView) {
  const t = translations('problems')
  return takesProposals(session)
    ? { href: paths.proposals(session.slug), label: t('proposals') }
    : { href: paths.session(session.slug), label: t('session') }
}
