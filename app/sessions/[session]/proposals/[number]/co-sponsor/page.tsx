import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { TextOfRecord } from '@/components/text/text-of-record'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { requireAskable } from '@/lib/http/asking-page'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { canCoSponsorProposal, canLeaveCoSponsorship } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { coSponsor, leave } from '../actions'
import { titledOfProposal } from '../title'

export const generateMetadata = titledOfProposal(() => translations('proposals.acts')('coSponsor'))

/** The proposal page's question as a page: for browsers without script. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id: proposalId, number, currentNumber: revision, body, language } = proposal
  const place = orNotFound(membershipIn(actor, session.id))
  const agreed = proposal.coSponsors.find(
    (coSponsor) => coSponsor.delegationId === place.delegationId,
  )
  const isEnd = 'leave' in search
  const isDone = isEnd ? !agreed : agreed?.revision === revision
  const decision = isEnd
    ? canLeaveCoSponsorship(actor, proposal)
    : canCoSponsorProposal(actor, proposal)
  requireAskable(decision, paths.proposal(session.slug, number), { isDone })
  const act = isEnd ? 'leave' : agreed ? 'confirm' : 'coSponsor'
  const t = translations(`proposals.sheets.${act}`)
  const values = { name: place.delegationName, number, revision }
  const back = paths.proposal(session.slug, number)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: translations('proposals.list')('title') },
          { href: back, label: translations('proposals.one')('title', { number }) },
        ]}
        title={t('title', values)}
      >
        {t('means', values)}
      </PageHeading>
      <div className="mb-8 border-s-2 border-line-strong ps-5">
        <TextOfRecord document={body} language={language} />
      </div>
      <Form
        action={isEnd ? leave : coSponsor}
        now={paths.coSponsorship(session.slug, number, isEnd ? 'leave' : 'join')}
        className="flex flex-wrap gap-3"
      >
        <HiddenValues values={isEnd ? { proposalId } : { proposalId, revisionNumber: revision }} />
        <SubmitButton tone={isEnd ? 'alarm' : 'main'}>{t('button', values)}</SubmitButton>
        <a href={back} className="button">
          {translations('proposals.acts')('cancel')}
        </a>
      </Form>
    </>
  )
})
