import { Comparison } from '@/components/text/comparison'
import { clockOfPeriod, PeriodLine } from '@/components/time/period-line'
import { WhileOpen } from '@/components/time/while-open'
import { TextField } from '@/components/ui/field'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { TextOfRecord } from '@/components/text/text-of-record'
import { UnprintableLetters } from '@/components/text/unprintable-letters'
import { fateWords } from '@/components/joining/fate-words'
import { page } from '@/lib/http/access'
import { fateViewOf, openChanges, seenOf, textOf } from '@/lib/amendments/joining/desk'
import { readJoiningDesk } from '@/lib/amendments/joining/queries'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { plainText } from '@/lib/text/document/document'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { readNumber } from '@/lib/proposals/number'
import { canSubmitProposal } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { diff } from '@/lib/text/diff/diff'
import { fromMarked, toMarked } from '@/lib/text/document/marked'
import { formatter, translations } from '@/lib/messages'
import { decline, submit } from '../actions'
import { titledOfProposal } from '../../title'
import { apart, listed } from '@/lib/text/apart'

export const generateMetadata = titledOfProposal(() => translations('joining')('check'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { number, currentNumber, language } = proposal
  const t = translations('joining')
  const td = translations('joining.desk')
  const tr = translations('drafts')
  const { desk, decisions, joining } = await readJoiningDesk(actor, session, proposal)
  const { id, version, reasons } = orNotFound(joining)
  const place = orNotFound(membershipIn(actor, session.id))
  const setting = { sessionId: session.id, observersMayPropose: session.observersMayPropose }
  const { segments, amendments, base } = desk
  const body = fromMarked(textOf(desk, decisions))
  const changes = diff(base, toMarked(body), language)
  const open = openChanges(segments, decisions)
  const fates = amendments.flatMap((amendment) => {
    const view = fateViewOf(segments, decisions, amendment.id)
    const { fate } = view
    return fate === null ? [] : [{ ...amendment, fate, view, why: reasons[amendment.id] ?? '' }]
  })
  const contributions = fates.filter(({ fate }) => fate === 'accepted' || fate === 'partly')
  const names = formatter.list([...new Set(contributions.map(({ by }) => by[0]!))])
  const back = paths.joining(session.slug, number)
  const maySubmit = canSubmitProposal(actor, setting)
  const declined = fates.filter(({ fate }) => fate === 'declined')
  const declinesAlone = changes.length === 0 && declined.length > 0
  const clock = clockOfPeriod({ session, kind: 'submission' })
  const wayBack = (
    <a href={back} className="button">
      {t('back')}
    </a>
  )
  return (
    <>
      <PageHeading trail={[{ href: back, label: t('title') }]} title={t('check')}>
        {changes.length > 0 && t('checkLead', { number: currentNumber + 1 })}
      </PageHeading>
      <TextOfRecord document={body} language={language} />
      <UnprintableLetters text={plainText(body)} />
      <section aria-labelledby="marked" className="mt-8">
        <h2 id="marked" className="mb-2 font-semibold">
          {t('marked', { number: currentNumber })}
        </h2>
        {changes.length === 0 ? (
          <p>{t('nothingChosen')}</p>
        ) : (
          <Comparison paragraphs={comparedParagraphs(base, changes)} language={language} />
        )}
      </section>
      <section aria-labelledby="fates" className="mt-8 max-w-3xl">
        <h2 id="fates" className="mb-2 font-semibold">
          {t('fates')}
        </h2>
        <ul>
          {fates.map(({ id: amendment, number, by, fate, view, why }) => (
            <li key={amendment} className="border-t border-line py-2">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span>
                  {listed(by)} ({number})
                </span>
                <b>{fateWords(td, view)}</b>
              </p>
              {fate === 'partly' && <p>{td('takesPart', { name: by[0]!, number: number })}</p>}
              {why && (fate === 'declined' || fate === 'partly') && (
                <p dir="auto" className="whitespace-pre-line break-words text-sm">
                  {t('declinedBecause', { reason: apart(why) })}
                </p>
              )}
            </li>
          ))}
        </ul>
        {open > 0 && <p className="mt-3 font-semibold">{t('openLeft', { count: open })}</p>}
      </section>
      <div className="mt-10 max-w-3xl border-t border-line pt-6">
        <div className="mb-4">
          <PeriodLine
            session={session}
            kind="submission"
            open={tr('openUntil')}
            never={t('notOpen')}
          />
        </div>
        {clock && declinesAlone && maySubmit ? (
          <WhileOpen clock={clock} closed={wayBack}>
            <Form action={decline} now={paths.checkJoining(session.slug, number)}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              {declined.map((amendment) => (
                <input
                  key={amendment.id}
                  type="hidden"
                  name="amendmentIds[]"
                  value={amendment.id}
                />
              ))}
              <p className="max-w-prose">{t('nothingToSubmit')}</p>
              <div className="flex flex-wrap gap-3">
                <SubmitButton>
                  {t('declineAlone', {
                    count: declined.length,
                    numbers: formatter.list(declined.map((amendment) => String(amendment.number))),
                    name: place.delegationName,
                  })}
                </SubmitButton>
                {wayBack}
              </div>
            </Form>
          </WhileOpen>
        ) : clock && changes.length > 0 && maySubmit ? (
          <WhileOpen clock={clock} closed={wayBack}>
            <Form action={submit}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="seen" value={seenOf(amendments)} />
              <TextField
                name="reason"
                label={t('reason')}
                hint={t('reasonHint')}
                rows={2}
                dir="auto"
                defaultValue={names ? t('reasonSuggested', { names }) : ''}
              />
              <p className="max-w-prose text-quiet">{t('submitMeans')}</p>
              <div className="flex flex-wrap gap-3">
                <SubmitButton>
                  {t('submit', { number: currentNumber + 1, name: place.delegationName })}
                </SubmitButton>
                {wayBack}
              </div>
            </Form>
          </WhileOpen>
        ) : (
          <>
            {(changes.length > 0 || declinesAlone) && !maySubmit && (
              <p className="mb-4 max-w-prose">{t('mayNotSubmit')}</p>
            )}
            {changes.length === 0 && !declinesAlone && (
              <p className="mb-4 max-w-prose">{t('nothingDecided')}</p>
            )}
            {wayBack}
          </>
        )}
      </div>
    </>
  )
})
