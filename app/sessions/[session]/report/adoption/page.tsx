import type { Metadata } from 'next'
import { RulingForms } from '@/components/report/ruling-forms'
import { WholeAdoption } from '@/components/report/whole-adoption'
import { PageHeading } from '@/components/ui/page-heading'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { assertFound, orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { getReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { listMeetings } from '@/lib/report/meetings'
import { getSession } from '@/lib/sessions/queries'
import { adopt, rule } from '../actions'
import { listSessionDecisions } from '@/lib/sessions/decisions/queries'
import { meetingsFor } from '@/lib/sessions/decisions/status'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('report')('adoption'),
})

/** The paragraphs as the presiding officer reads them out, one after the other; then the adoption of the whole. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  const { presides } = await getPresiding(actor, session.id)
  assertFound(presides && report.releasedAt && !report.adoptedAt)
  const { decisions } = await listSessionDecisions(session)
  const taken = decisions.filter(({ annulledAt }) => annulledAt === null)
  const { slug } = session
  const t = translations('report')
  const paragraphs = paragraphsIn(report.sections).filter(({ standing }) => standing !== 'notAsked')
  const next = paragraphs.find(({ standing }) => standing === 'pending' || standing === 'changed')
  const current = search.at ? orNotFound(paragraphs.find(({ key }) => key === search.at)) : next
  return (
    <>
      <PageHeading
        trail={[{ href: paths.report(slug), label: translations('sessionNav')('report') }]}
        title={t('adoption')}
      >
        {report.symbol}
      </PageHeading>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div>
          {current ? (
            <RulingForms
              key={`${current.key} ${current.standing}`}
              paragraph={current}
              slug={slug}
              readHash={sha256(current.text)}
              parts={report.parts}
              rule={rule}
            />
          ) : (
            <p>{t('allRuled')}</p>
          )}
          <WholeAdoption
            report={report}
            slug={slug}
            meetings={meetingsFor(await listMeetings(session), taken, 'reportAdopted')}
            adopt={adopt}
          />
        </div>
        <nav aria-label={t('paragraphs')}>
          <ol className="grid gap-1 text-sm">
            {paragraphs.map(({ key, number, standing }) => (
              <li key={key}>
                <a
                  href={paths.adoptReport(slug, key)}
                  aria-current={key === current?.key ? 'true' : undefined}
                  className="way"
                >
                  {t('paragraph', { number })}
                </a>{' '}
                <span className="text-quiet">{t(`standings.${standing}`)}</span>
              </li>
            ))}
          </ol>
        </nav>
      </div>
    </>
  )
})
