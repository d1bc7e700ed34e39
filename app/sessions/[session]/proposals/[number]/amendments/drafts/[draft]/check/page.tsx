import { redirect } from 'next/navigation'
import { Marked } from '@/components/text/marked'
import { clockOfPeriod } from '@/components/time/period-line'
import { WhileOpen } from '@/components/time/while-open'
import { PageHeading } from '@/components/ui/page-heading'
import { ReleaseForm } from '@/components/proposals/release-form'
import { TextOfRecord } from '@/components/text/text-of-record'
import { UnprintableLetters } from '@/components/text/unprintable-letters'
import { page } from '@/lib/http/access'
import { canReleaseAmendment } from '@/lib/amendments/policy'
import { getAmendmentDraft } from '@/lib/amendments/drafts/queries'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { plainText } from '@/lib/text/document/document'
import { listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { formatter, translations } from '@/lib/messages'
import { release } from '../../../actions'
import { DraftDeadline, endOf } from '../draft-deadline'
import { titledOfProposal } from '../../../../title'

export const generateMetadata = titledOfProposal(() => translations('amendments.draft')('check'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id, number, language, delegationId } = proposal
  const t = translations('amendments.draft')
  const ta = translations('amendments')
  const tp = translations('proposals.one')
  const [draft, submitters, groups] = await Promise.all([
    getAmendmentDraft(actor, { id, sessionId: session.id }, params.draft),
    listWhoMaySubmit(actor, session),
    listOwnGroups(actor, session),
  ])
  const { slug } = session
  if (draft.releasedAs) redirect(paths.amendment(slug, number, draft.releasedAs))
  const place = orNotFound(membershipIn(actor, session.id))
  const writeOn = paths.amendmentDraft(slug, number, draft.id)
  const group = groups.find((candidate) => candidate.id === draft.onBehalfOf?.id)
  const isForeign = draft.onBehalfOf !== null && !group
  const members = group?.members ?? []
  const clock = clockOfPeriod({ session, kind: 'comments' })
  const authorDelegationId = draft.amends?.delegationId ?? delegationId
  const authored = { sessionId: session.id, authorDelegationId }
  const end = endOf(proposal, draft)
  const back = (
    <a href={writeOn} className="button">
      {t('writeOn')}
    </a>
  )
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposal(slug, number), label: tp('title', { number }) },
          { href: paths.amendments(slug, number), label: ta('all') },
          { href: writeOn, label: t('one') },
        ]}
        title={t('check')}
      >
        {t('checkLead')}
      </PageHeading>
      {plainText(draft.body) === '' && (
        <p className="mb-4 max-w-prose border-s-4 border-alarm bg-alarm-wash px-4 py-2 font-semibold">
          {t('deletes')}
        </p>
      )}
      {draft.amends && (
        <p className="mb-4 font-semibold">
          {t('amendsTitle', { name: draft.amends.name, number: draft.amends.number })}
        </p>
      )}
      <Marked
        base={draft.baseBody}
        next={draft.body}
        language={language}
        unchangedText={t('same')}
      />
      <UnprintableLetters text={plainText(draft.body)} />
      <dl className="sheet mt-8 grid max-w-3xl gap-x-6 gap-y-2 p-5 sm:grid-cols-[12rem_1fr]">
        <dt className="text-sm text-quiet">{t('delegation')}</dt>
        <dd className="font-semibold">{place.delegationName}</dd>
        {draft.onBehalfOf && (
          <>
            <dt className="text-sm text-quiet">{t('onBehalfOf')}</dt>
            <dd className="font-semibold">
              {draft.onBehalfOf.name}
              {isForeign ? (
                <span className="block text-alarm">
                  {translations('refusals')('notOfGroup', { group: draft.onBehalfOf.name })}
                </span>
              ) : (
                <span className="block font-normal">{formatter.list(members)}</span>
              )}
            </dd>
          </>
        )}
        <dt className="text-sm text-quiet">{t('madeOn')}</dt>
        <dd className="font-semibold">{t('revision', { number: draft.revisionNumber })}</dd>
        <dt className="text-sm text-quiet">{t('reason')}</dt>
        <dd dir="auto" className="whitespace-pre-line break-words">
          {draft.reason || t('noReason')}
        </dd>
      </dl>
      <details className="mt-6">
        <summary className="cursor-pointer py-1 font-semibold">{t('clean')}</summary>
        <div className="mt-3">
          <TextOfRecord document={draft.body} language={language} />
        </div>
      </details>
      <div className="mt-10 max-w-3xl border-t border-line pt-6">
        <div className="mb-4">
          <DraftDeadline session={session} end={end} />
        </div>
        {end && back}
        {!end && clock && !isForeign && (
          <WhileOpen clock={clock} closed={back}>
            <ReleaseForm
              draft={draft}
              action={canReleaseAmendment(actor, authored) ? release : null}
              submitters={submitters}
              writeOn={writeOn}
              now={paths.checkAmendmentDraft(slug, number, draft.id)}
              texts={{
                means: t('releaseMeans'),
                release: t('release', { name: place.delegationName }),
                writeOn: t('writeOn'),
                onlySubmitters: (names) => t('onlySubmitters', { names }),
                noSubmitters: t('noSubmitters'),
              }}
            />
          </WhileOpen>
        )}
      </div>
    </>
  )
})
