import { CirculationForm, listLabel } from '@/components/circulation/setup/circulation-form'
import { Extensions } from '@/components/circulation/setup/extensions'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import { printSeatTime } from '@/lib/clock'
import { getPreparedCirculation, listIssued } from '@/lib/circulation/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { edit, extend } from '../../actions'
import { titledOfPrepared } from '../titles'

export const generateMetadata = titledOfPrepared(() => translations('circulationSetup')('manage'))

/** A circulation for the Secretariat: changed until it is opened, then extended. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const circulation = await getPreparedCirculation(actor, session, asId(params.circulation))
  const { slug } = session
  const { id, title, phase, version } = circulation
  const t = translations('circulationSetup')
  const isPrepared = phase === 'prepared'
  const asksNobody = circulation.asked === 0
  const main = 'button button-main'
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulations(slug), label: t('title') }]}
        title={title}
        actions={
          <>
            {isPrepared && (
              <a href={paths.checkCirculation(slug, id)} className={asksNobody ? 'button' : main}>
                {t('check')}
              </a>
            )}
            <a
              href={paths.addressees(slug, id)}
              className={isPrepared && asksNobody ? main : 'button'}
            >
              {t('addressees')}
            </a>
          </>
        }
      >
        {isPrepared
          ? t('preparedLead')
          : t(phase === 'open' ? 'openLead' : 'ended', {
              time: printSeatTime(circulation.openUntil),
            })}
      </PageHeading>
      {!isPrepared && <ManageWays slug={slug} id={id} />}
      {isPrepared ? (
        <CirculationForm
          action={edit}
          values={{ id, version }}
          circulation={circulation}
          lists={await listIssued(actor, session)}
          button={t('save')}
        />
      ) : (
        <>
          <Extensions circulation={circulation} extend={extend} />
          <section aria-labelledby="sent" className="mt-12 max-w-3xl">
            <h2 id="sent" className="mb-3 font-serif text-xl font-semibold">
              {t('sent')}
            </h2>
            <ul className="mb-4 grid gap-1">
              {circulation.lists.map((list) => (
                <li key={list.id}>{listLabel(list)}</li>
              ))}
            </ul>
            <p dir="auto" className="whitespace-pre-line border-s-2 border-line ps-4">
              {circulation.letter}
            </p>
          </section>
        </>
      )}
    </>
  )
})

/** The Secretariat's pages of an open circulation: requests, papers, late comments, all comments. */
function ManageWays({ slug, id }: { slug: string; id: string }) {
  const t = translations('circulationSetup')
  const ways = [
    { href: paths.circulationRequests(slug, id), label: t('requests') },
    { href: paths.papers(slug, id), label: t('papers') },
    { href: paths.circulationLate(slug, id), label: t('late') },
    { href: paths.compilation(slug, id), label: t('compilation') },
  ]
  return (
    <p className="no-print mb-8 flex flex-wrap gap-2">
      {ways.map(({ href, label }) => (
        <a key={href} href={href} className="button">
          {label}
        </a>
      ))}
    </p>
  )
}
