import type { Metadata } from 'next'
import { DraftDocuments } from '@/components/report/draft-documents'
import { LeftOut } from '@/components/report/omissions/left-out'
import { OpenPlaces } from '@/components/report/open-places'
import { PlacesToFill } from '@/components/report/places-to-fill'
import { ReportFiles } from '@/components/report/report-files'
import { ReportText } from '@/components/report/report-text'
import { StyleFindings } from '@/components/report/style-findings'
import { ActForm } from '@/components/ui/act-form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatDate, printSeatTime } from '@/lib/clock'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import {
  canCompleteReport,
  canCorrectReport,
  canFillReport,
  canIssueAddendum,
  canReleaseReport,
  canLeaveOut,
  canWriteReport,
} from '@/lib/report/policy'
import { getReport } from '@/lib/report/queries'
import { getSession } from '@/lib/sessions/queries'
import { addendum, complete, fill, leaveOut, list, putBack, release, remove } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sessionNav')('report'),
})

/** The report of the session from the present facts, with its gaps; after the adoption, the adopted text. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  const presiding = await getPresiding(actor, session.id)
  const t = translations('report')
  const { slug } = session
  const writes = canWriteReport(actor, report).allowed
  const completes = canCompleteReport(actor, report).allowed
  const rules = presiding.presides && report.releasedAt !== null && !report.adoptedAt
  return (
    <>
      <PageHeading
        title={report.adoptedAt ? t('adopted') : t('draft')}
        actions={
          <>
            {rules && (
              <a href={paths.adoptReport(slug)} className="button button-main">
                {t('toAdoption')}
              </a>
            )}
            {report.isIssued && (
              <a href={paths.correctReport(slug)} className="button">
                {t('corrigenda.to')}
              </a>
            )}
            {report.isIssued && (
              <a href={paths.publicReport(slug)} className="button">
                {t('publicPage')}
              </a>
            )}
          </>
        }
      >
        {report.symbol} · {standOf(report)}
      </PageHeading>
      <ReportFiles slug={slug} />
      <div className="mt-6 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ReportText
          sections={report.sections}
          slug={slug}
          remove={writes ? remove : null}
          leaveOut={
            writes
              ? {
                  action: leaveOut,
                  may: (paragraph) => canLeaveOut(actor, report, paragraph).allowed,
                }
              : null
          }
          parts={report.parts}
          corrigenda={report.corrigenda}
          corrects={canCorrectReport(actor, report).allowed}
        />
        <div className="no-print grid content-start gap-10">
          <DraftDocuments
            report={report}
            slug={slug}
            issue={
              canReleaseReport(actor, report).allowed
                ? release
                : canIssueAddendum(actor, report).allowed
                  ? addendum
                  : null
            }
          />
          {report.adoptedAt ? (
            <PlacesToFill
              sections={report.sections}
              slug={slug}
              fill={canFillReport(actor, report).allowed ? fill : null}
            />
          ) : (
            <OpenPlaces
              report={report}
              session={session}
              writes={writes}
              complete={completes ? complete : null}
            />
          )}
          <LeftOut omissions={report.leftOut} slug={slug} putBack={writes ? putBack : null} />
          {writes && <StyleFindings sections={report.sections} />}
          {writes && session.listIssued && (
            <section aria-labelledby="list-place">
              <h2 id="list-place" className="mb-2 font-serif text-xl font-semibold">
                {t('listTitle')}
              </h2>
              <p className="mb-2 text-sm text-quiet">
                {t(report.listInReport ? 'listIsIn' : 'listIsOut')}
              </p>
              <ActForm
                action={list}
                values={{ slug, inReport: report.listInReport ? 'no' : 'yes' }}
                button={t(report.listInReport ? 'listOut' : 'listIn')}
                tone="quiet"
              />
            </section>
          )}
        </div>
      </div>
    </>
  )

  function standOf({ adoptedAt, releasedAt, textHash, hindrances }: typeof report): string {
    if (adoptedAt && textHash)
      return t('adoptedOn', { date: printSeatDate(adoptedAt), hash: textHash.slice(0, 12) })
    const open = t('openCount', {
      open: hindrances.open.length,
      left: hindrances.left.length,
    })
    return releasedAt ? `${t('releasedAt', { time: printSeatTime(releasedAt) })} · ${open}` : open
  }
})
