import { redirect } from 'next/navigation'
import { CheckVerdict } from '@/components/drafts/check-verdict'
import { DraftAnswers } from '@/components/drafts/draft-answers'
import { DraftNotes } from '@/components/drafts/draft-notes'
import { ReleaseForm } from '@/components/proposals/release-form'
import { Comparison } from '@/components/text/comparison'
import { clockOfPeriod, PeriodLine } from '@/components/time/period-line'
import { WhileOpen } from '@/components/time/while-open'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { titledOfDraft } from '../draft-title'
import { paths } from '@/lib/paths'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { listDraftNotes } from '@/lib/proposals/drafts/care-queries'
import { checkDraftView } from '@/lib/proposals/drafts/check/check-view'
import { listProposalAgenda, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { canSubmitProposal } from '@/lib/proposals/policy'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'
import { ask, note, submit } from '../../actions'
import { openedDraft } from '../opened'

export const generateMetadata = titledOfDraft(() => translations('drafts')('check'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('drafts')
  const draft = await openedDraft(actor, session, params.draft)
  const { submitted, revises, language, body } = draft
  if (submitted) redirect(paths.receipt(session.slug, submitted.number, submitted.revision))
  const [submitters, notes, groups, agenda] = await Promise.all([
    listWhoMaySubmit(actor, session),
    listDraftNotes(actor, session, draft.id),
    listOwnGroups(actor, session),
    listProposalAgenda(session),
  ])
  const place = orNotFound(membershipIn(actor, session.id))
  const setting = { sessionId: session.id, observersMayPropose: session.observersMayPropose }
  const maySubmit = canSubmitProposal(actor, setting)
  const act = maySubmit ? 'submit' : submitters.length > 0 ? 'ask' : 'none'
  const writeOn = paths.draft(session.slug, draft.id)
  const check = checkDraftView(draft, groups, agenda)
  const isComplete = check.faults.length === 0
  const clock = clockOfPeriod({ session, kind: 'submission' })
  const back = (
    <a href={writeOn} className="button">
      {t('writeOn')}
    </a>
  )
  // Colleagues' notes come before the text; a first note comes after it.
  const talk = (
    <DraftNotes
      draftId={draft.id}
      notes={notes}
      submitters={maySubmit ? [] : submitters}
      action={note}
    />
  )
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.drafts(session.slug), label: t('title') },
          {
            href: writeOn,
            label: revises ? t('revisionOf', { number: revises.number }) : t('proposal'),
          },
        ]}
        title={t('check')}
      >
        {t('checkLead')}
      </PageHeading>
      <CheckVerdict check={check} />
      <div className="max-w-3xl">
        {notes.length > 0 && <div className="mb-10">{talk}</div>}
        <DraftAnswers
          slug={session.slug}
          draft={draft}
          delegation={place.delegationName}
          groups={groups}
          check={check}
        />
        {revises && !revises.isSame && (
          <section aria-labelledby="changes" className="mt-8">
            <h2 id="changes" className="mb-2 font-semibold">
              {t('changes', { number: revises.current })}
            </h2>
            <Comparison
              paragraphs={comparedParagraphs(
                toMarked(revises.currentBody),
                diff(toMarked(revises.currentBody), toMarked(body), language),
              )}
              language={language}
            />
          </section>
        )}
        <div className="mt-10 border-t border-line pt-6">
          <div className="mb-4">
            <PeriodLine
              session={session}
              kind="submission"
              open={t('openUntil')}
              never={t('notOpen')}
            />
          </div>
          {isComplete && clock ? (
            <WhileOpen clock={clock} closed={back}>
              {draft.asked && (
                <p className="mb-4 max-w-prose font-semibold">
                  {t('askedBefore', {
                    own: draft.asked.personId === actor.personId ? 'yes' : 'no',
                    name: draft.asked.name,
                    time: printSeatTime(draft.asked.at),
                  })}
                </p>
              )}
              <ReleaseForm
                draft={draft}
                action={maySubmit ? submit : null}
                submitters={submitters}
                writeOn={writeOn}
                now={paths.checkDraft(session.slug, draft.id)}
                ask={
                  draft.asked ? undefined : { action: ask, button: (names) => t('ask', { names }) }
                }
                texts={{
                  means: t('submitMeans'),
                  release: t('submit', { name: place.delegationName }),
                  writeOn: t('writeOn'),
                  onlySubmitters: (names) => t('onlySubmitters', { names }),
                  noSubmitters: t('noSubmitters'),
                }}
              />
            </WhileOpen>
          ) : (
            <>
              {!isComplete && <p className="mb-4 max-w-prose">{t('completeFirst', { act })}</p>}
              {back}
            </>
          )}
        </div>
        {notes.length === 0 && talk}
      </div>
    </>
  )
})
